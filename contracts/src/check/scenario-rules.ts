import { SYSTEMS } from '../../../src/bars/code-systems.ts'
import { ENDPOINTS } from '../../../src/bars/endpoints.ts'
import { HEADERS } from '../../../src/bars/headers.ts'
import { OCCASIONS, type Occasion, PLACES } from '../../../src/bars/occasions.ts'
import { FHIR_PATH } from '../../../src/bars/paths.ts'
import { received, withoutNhsNumbers } from '../../../src/bars/privacy.ts'
import { isServiceId } from '../../../src/bars/services.ts'
import { sameSystem } from '../../../src/fhir/coding.ts'
import { list, text } from '../../../src/fhir/json.ts'
import { valuesOf } from '../../../src/fhir/search.ts'
import { DEFAULT_APPOINTMENT_ID, linksOf } from '../../../src/receiver/111-ed/act.ts'
import { CATALOGUE } from '../../../src/receiver/catalogue.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import { CLAUSES } from '../../../src/validation/clauses.ts'
import type { SentRequest } from '../../../src/validation/request.ts'
import {
  type Fault,
  type Finding,
  findingOf,
  NOTHING,
  type Rule,
} from '../../../src/validation/rule.ts'
import {
  cellOfRow,
  occasionOf,
  plantedFor,
  selectedBy,
  selects,
  testTargetOf,
} from './selection.ts'

const SCENARIO = 'the scenario'

/** The rules of a named scenario, which a request is to select. */
export const SCENARIO_RULES = {
  target: rule('target', SCENARIO, 'a service, which leaves the answer to the sentinel'),
  occasion: rule('occasion', SCENARIO, "the status that the scenario's search asks for"),
  sentinel: rule('sentinel', SCENARIO, "the scenario's sentinel"),
  link: rule('link', 'BaRS Core, "Linking"', "the scenario's link to the booking, or none"),
  answer: rule('answer', SCENARIO, 'a request that the scenario answers'),
} as const

/** What a stub is asked is under the FHIR base. */
export const BASE_RULE: Rule = {
  id: 'http/base',
  severity: 'error',
  source: CLAUSES.endpoints,
  expected: `the FHIR base, ${FHIR_PATH}, and then the endpoint`,
}

function rule(name: string, source: string, expected: string): Rule {
  return { id: `scenario/${name}`, severity: 'error', source, expected }
}

/** What keeps a request from selecting a scenario. */
export function scenarioFindings(row: Scenario, request: SentRequest): readonly Finding[] {
  return [
    ...found(SCENARIO_RULES.target, wrongTarget(request, row)),
    ...found(SCENARIO_RULES.occasion, wrongOccasion(request, row)),
    ...found(SCENARIO_RULES.sentinel, wrongSentinel(request, row)),
    ...found(SCENARIO_RULES.link, wrongLink(request, row)),
  ]
}

const found = (rule: Rule, faults: readonly Fault[]): readonly Finding[] =>
  faults.map((fault) => findingOf(rule, fault))

/** Whether a scenario is selected by its target, so that the rule for sentinels says which it must be. */
export const isInTarget = ({ sentinel }: Scenario): boolean => sentinel.in === HEADERS.target

function wrongTarget(request: SentRequest, row: Scenario): readonly Fault[] {
  const other = testTargetOf(request)
  if (other === undefined || other === row || isInTarget(row)) return NOTHING
  return [
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

function wrongOccasion(request: SentRequest, row: Scenario): readonly Fault[] {
  const occasion = occasionOf(row, request)
  if (request.meant !== ENDPOINTS.Slot || row.on.includes(occasion)) return NOTHING
  return [
    {
      where: 'query parameter status',
      expected: statusIn(row.on[0]) ?? 'free',
      received: statusIn(occasion) ?? 'another status',
    },
  ]
}

function wrongSentinel(request: SentRequest, row: Scenario): readonly Fault[] {
  const isOfPatient = PLACES[row.sentinel.in].holds === 'nhs-number'
  // A message or a number that cannot be read has a finding of its own, and plants nothing.
  if (isOfPatient && (isNoMessage(request) || hasNoNumber(request, row))) return NOTHING
  if (isDecidedByTarget(request, row) || selects(request, row)) return NOTHING
  const { where, values, name } = plantedFor(request, row)
  const other = isInTarget(row) ? testTargetOf(request) : selectedBy(request, row)
  const selected = other === 'machine' ? 'the 111-ED state table' : other?.id
  const lost = isOfPatient && values.length === 0 ? lostNumber(request) : undefined
  if (lost !== undefined) return lost === TOLD ? NOTHING : [ofOtherSystem(lost, selected)]
  const shown = isOfPatient ? values.map((each) => withoutNhsNumbers(each, isSentinel)) : values
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

const isNoMessage = ({ body, message }: SentRequest): boolean =>
  body.is === 'unreadable' || (body.is === 'json' && !message?.entries.length)

/** An identifier that a number was probably meant for, under another system; or a number told of already. */
type LostNumber = { readonly where: string; readonly system: string } | typeof TOLD

const TOLD = 'told'

function lostNumber({ message }: SentRequest): LostNumber | undefined {
  const [patient] = message?.of('Patient') ?? []
  const identifiers = list(patient?.entry.resource, 'identifier')
  for (const [place, identifier] of identifiers.entries()) {
    const system = text(identifier, 'system') ?? ''
    if (sameSystem(system, SYSTEMS.nhsNumber)) return TOLD
    if (/nhs-?number/i.test(system)) {
      return { where: `${patient?.where}.identifier[${place}].system`, system }
    }
  }
  return undefined
}

const ofOtherSystem = (
  { where, system }: Exclude<LostNumber, typeof TOLD>,
  selected: string | undefined,
): Fault => ({
  where,
  expected: SYSTEMS.nhsNumber,
  received: received(system),
  mend: `under this system it is no NHS number, so that it selects ${selected ?? 'nothing'}`,
})

const hasNoNumber = (request: SentRequest, row: Scenario): boolean =>
  plantedFor(request, row).values.length === 0 &&
  valuesOf(request.parameters ?? [], row.sentinel.in).length > 0

const SENTINELS: ReadonlySet<string> = new Set(CATALOGUE.flatMap(({ sentinel }) => sentinel.values))

const isSentinel = (number: string): boolean => SENTINELS.has(number) || isServiceId(number)

function isDecidedByTarget(request: SentRequest, row: Scenario): boolean {
  const other = testTargetOf(request)
  return isInTarget(row) ? other === row : other !== undefined
}

const inWords = ({ sentinel: { values, none, others } }: Scenario, name: string): string =>
  [
    ...values,
    ...(others ? [`any ${name} that selects nothing else`] : []),
    ...(none ? [`no ${name}`] : []),
  ].join(' or ')

function wrongLink({ message }: SentRequest, row: Scenario): readonly Fault[] {
  const event = cellOfRow(row)?.event
  if (message?.focus === undefined) return NOTHING
  const links = linksOf(message.focus.entry.resource)
  const where = `${message.focus.where}.supportingInfo`
  if (event === 'refer-linked' && links.length === 0) {
    return [{ where, expected: 'Appointment/<the id that the booking got>', received: 'absent' }]
  }
  return event === 'refer-mislinked' && links.includes(DEFAULT_APPOINTMENT_ID)
    ? [{ where, expected: 'no link to the Appointment held', received: 'a link to it' }]
    : NOTHING
}
