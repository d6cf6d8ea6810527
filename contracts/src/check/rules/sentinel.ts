import { HEADERS } from '../../../../src/bars/headers.ts'
import { OCCASIONS, type Occasion } from '../../../../src/bars/occasions.ts'
import { list, text } from '../../../../src/fhir/json.ts'
import { DEFAULT_APPOINTMENT_ID } from '../../../../src/receiver/111-ed/act.ts'
import type { Scenario } from '../../../../src/scenarios/scenario.ts'
import type { CheckedRequest } from '../checked-request.ts'
import { CLAUSES } from '../clauses.ts'
import { SLOT } from '../endpoints.ts'
import { plantedAt } from '../planted.ts'
import { masked } from '../received.ts'
import type { Finding, Rule } from '../rule.ts'
import { cellOfRow, occasionOf, selectedBy, selects, testTargetOf } from '../selection.ts'

/** Rules for what selects the scenario. */
export const SENTINEL_RULES: readonly Rule[] = [
  { source: CLAUSES.scenario, find: (request) => ofRow(request, wrongTarget) },
  { source: CLAUSES.scenario, find: (request) => ofRow(request, wrongOccasion) },
  { source: CLAUSES.scenario, find: (request) => ofRow(request, wrongSentinel) },
  { source: CLAUSES.linking, find: (request) => ofRow(request, wrongLink) },
]

type Look = (request: CheckedRequest, row: Scenario) => readonly Finding[]

const ofRow = (request: CheckedRequest, look: Look): readonly Finding[] =>
  request.row === undefined ? [] : look(request, request.row)

const isInTarget = ({ sentinel }: Scenario): boolean => sentinel.in === HEADERS.target

const wrongTarget: Look = (request, row) => {
  const other = testTargetOf(request)
  return other === undefined || other === row || isInTarget(row)
    ? []
    : [
        {
          where: `header ${HEADERS.target} » value`,
          expected: 'a service, which leaves the answer to the sentinel',
          received: 'a test target that decides the answer',
          mend: `this one selects ${other.id}`,
        },
      ]
}

const statusIn = (occasion: Occasion): string | undefined =>
  OCCASIONS[occasion].query?.['status']?.[0]

const wrongOccasion: Look = (request, row) => {
  const occasion = occasionOf(row, request)
  return request.meant !== SLOT || row.on.includes(occasion)
    ? []
    : [
        {
          where: 'query parameter status',
          expected: statusIn(row.on[0]) ?? 'free',
          received: statusIn(occasion) ?? 'another status',
        },
      ]
}

const wrongSentinel: Look = (request, row) => {
  // A message that cannot be read has a finding of its own, and plants nothing.
  if (row.sentinel.in === 'Patient.identifier' && request.body.is === 'unreadable') return []
  if (isDecidedByTarget(request, row) || selects(request, row)) return []
  const { where, values, name } = plantedAt(request, row.sentinel.in)
  const other = isInTarget(row) ? testTargetOf(request) : selectedBy(request, row)
  const selected = other === 'machine' ? 'the 111-ED state table' : other?.id
  const shown = row.sentinel.in === 'Patient.identifier' ? values.map(masked) : values
  const mend = 'sentinel that selects this scenario'
  return [
    {
      where,
      expected: inWords(row, name),
      received: values.length === 0 ? 'absent' : shown.join(' and '),
      mend: selected === undefined ? mend : `${mend}; this one selects ${selected}`,
    },
  ]
}

const isDecidedByTarget = (request: CheckedRequest, row: Scenario): boolean => {
  const other = testTargetOf(request)
  return isInTarget(row) ? other === row : other !== undefined
}

const inWords = ({ sentinel: { values, none, others } }: Scenario, name: string): string =>
  [
    ...values,
    ...(others ? [`any ${name} that selects nothing else`] : []),
    ...(none ? [`no ${name}`] : []),
  ].join(' or ')

const wrongLink: Look = ({ message }, row) => {
  const event = cellOfRow(row)?.event
  if (message?.focus === undefined || (event !== 'refer-linked' && event !== 'refer-mislinked')) {
    return []
  }
  const links = list(message.focus.entry.resource, 'supportingInfo')
    .map((each) => text(each, 'reference') ?? '')
    .filter((reference) => /(?:^|\/)Appointment\/[^/]+$/.test(reference))
  const isLinked = links.some((each) => each.toLowerCase().endsWith(`/${DEFAULT_APPOINTMENT_ID}`))
  const where = `${message.focus.where}.supportingInfo`
  if (event === 'refer-linked' && links.length === 0) {
    return [{ where, expected: 'Appointment/<the id that the booking got>', received: 'absent' }]
  }
  return event === 'refer-mislinked' && isLinked
    ? [{ where, expected: 'no link to the Appointment held', received: 'a link to it' }]
    : []
}
