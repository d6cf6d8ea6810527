import { MESSAGE_BODY } from '../../bars/body.ts'
import { ENDPOINTS } from '../../bars/endpoints.ts'
import type { Slip } from '../../bars/headers.ts'
import { type Focus, MESSAGE_DEFINITIONS } from '../../bars/message-definitions.ts'
import { received } from '../../bars/privacy.ts'
import { isResponse, opens, WORKFLOWS } from '../../bars/workflow.ts'
import { typeInWords } from '../../fhir/bundle.ts'
import { member } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import { faultsAt, testOf } from '../elements.ts'
import type { SentMessage } from '../message.ts'
import type { SentRequest } from '../request.ts'
import { type Check, type Fault, NOTHING, ofMessage, ofRequest, type Rule } from '../rule.ts'

const rule = (place: string, source: string): Rule => ({
  id: `bundle/${place}`,
  severity: 'error',
  source,
})

/** Checks of the Bundle and its entries, as far as they are no elements. */
export const BUNDLE_CHECKS: readonly Check[] = [
  ofRequest(rule('body', CLAUSES.bundle), noBundle),
  ofMessage(rule('entry.resource', CLAUSES.bundle), noResource),
  ofMessage(rule('entry.fullUrl', CLAUSES.bundle), wrongFullUrls),
  ofMessage(rule('entry.fullUrl.unique', CLAUSES.bundle), repeatedFullUrls),
  ofMessage(rule('header-first', CLAUSES.messaging), headerNotFirst),
  ofMessage(rule('counts', CLAUSES.definition), wrongCounts),
  ofMessage({ ...rule('focus.id', CLAUSES.bundle), severity: 'warning' }, noFocusId),
]

function noBundle({ meant, body, message }: SentRequest): readonly Fault[] {
  if (meant !== ENDPOINTS['process-message'] || message !== undefined) return NOTHING
  if (body.is === 'unreadable') return [{ where: 'body', ...body.why }]
  const other = body.is === 'json' ? otherJson(body.json) : { received: 'absent' }
  return [{ where: 'body', expected: MESSAGE_BODY, ...other }]
}

function otherJson(json: unknown): Slip {
  return typeof json === 'string'
    ? { received: 'a JSON string', mend: 'it was written as JSON twice: once is enough' }
    : { received: typeInWords(json) }
}

const rawEntries = ({ json: { entry } }: SentMessage): readonly unknown[] =>
  Array.isArray(entry) ? entry : []

const RESOURCE = { path: 'resource.resourceType', expected: 'which type it is' } as const

const hasResource = testOf(RESOURCE)

function noResource(message: SentMessage): readonly Fault[] {
  if (rawEntries(message).every((entry) => hasResource(entry))) return NOTHING
  return rawEntries(message).flatMap((entry, place) =>
    faultsAt(entry, `Bundle.entry[${place}]`, RESOURCE),
  )
}

const URN = /^urn:uuid:[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/

const FULL_URL = {
  path: 'fullUrl',
  expected: "'urn:uuid:' and a UUID",
  is: (value: unknown) => typeof value === 'string' && URN.test(value),
} as const

const hasFullUrl = testOf(FULL_URL)

function wrongFullUrls(message: SentMessage): readonly Fault[] {
  return rawEntries(message).every((entry) => hasFullUrl(entry))
    ? NOTHING
    : rawEntries(message).flatMap((entry, place) =>
        faultsAt(entry, `Bundle.entry[${place}]`, FULL_URL),
      )
}

function repeatedFullUrls(message: SentMessage): readonly Fault[] {
  const fullUrls = rawEntries(message).map((entry) => member(entry, 'fullUrl'))
  if (new Set(fullUrls).size === fullUrls.length) return NOTHING
  return rawEntries(message).flatMap((entry, place) =>
    !hasFullUrl(entry) || fullUrls.indexOf(fullUrls[place]) === place
      ? []
      : [
          {
            where: `Bundle.entry[${place}].fullUrl`,
            expected: 'a fullUrl that no other entry has',
            received: received(fullUrls[place]),
          },
        ],
  )
}

function headerNotFirst({ entries: [first], header }: SentMessage): readonly Fault[] {
  if (first === undefined || first === header) return NOTHING
  return [
    {
      where: 'Bundle.entry[0]',
      expected: 'the MessageHeader: it is the first entry of a message',
      received: received(first.entry.resource.resourceType),
      ...(header && { mend: `it is at ${header.where.replace('.resource', '')}` }),
    },
  ]
}

/** How many resources of a type a message may hold. */
interface Count {
  readonly type: string
  readonly min: number
  readonly max: number
}

const ANY_MESSAGE: readonly Count[] = [
  { type: 'MessageHeader', min: 1, max: 1 },
  { type: 'Patient', min: 1, max: 1 },
]

const COUNTS: ReadonlyMap<string, readonly Count[]> = new Map(
  Object.entries(MESSAGE_DEFINITIONS).map(([name, { focus }]) => [name, together(focus)]),
)

const countsOf = ({ workflow }: SentMessage): readonly Count[] =>
  (workflow && COUNTS.get(WORKFLOWS[workflow].definition)) ?? ANY_MESSAGE

/** Whether the MessageDefinition of a message demands a type of resource. */
export const demands = (message: SentMessage, type: string): boolean =>
  countsOf(message).some((count) => count.type === type && count.min > 0)

/** What the real simulator's reports call the counts that it looks at too. */
const COUNT_TAGS: Readonly<Record<string, string>> = {
  Appointment: 'BS-PATIENT-RESO-*',
  Consent: 'RS-CONSENT',
  HealthcareService: 'BS-PATIENT-RESO-*',
  Location: 'RS-REC-INCID-INFO',
  Schedule: 'BS-PATIENT-RESO-*',
  Slot: 'BS-PATIENT-RESO-*',
}

// A type may come twice, with two profiles: a message may hold as many as both allow.
function together(focus: readonly Focus[]): readonly Count[] {
  return [...new Set(focus.map(({ type }) => type))].map((type) => {
    const rows = focus.filter((each) => each.type === type)
    return {
      type,
      min: rows.reduce((sum, { min }) => sum + min, 0),
      max: rows.reduce((sum, { max }) => sum + (max === '*' ? Infinity : Number(max)), 0),
    }
  })
}

// What has no list of entries is told so: what is not in the list follows from it.
function wrongCounts(message: SentMessage): readonly Fault[] {
  return Array.isArray(message.json['entry'])
    ? countsOf(message).flatMap((count) => wrongCount(message, count))
    : NOTHING
}

function wrongCount({ of }: SentMessage, { type, min, max }: Count): readonly Fault[] {
  const count = of(type).length
  if (count >= min && count <= max) return NOTHING
  const tag = COUNT_TAGS[type]
  return [
    {
      ...(tag && { tag }),
      where: `Bundle.entry(${type})`,
      expected: `${inWords(min, max)} ${type}`,
      received: count === 0 ? 'absent' : String(count),
    },
  ]
}

function inWords(min: number, max: number): string {
  if (min === max) return `exactly ${min}`
  if (max === Infinity) return `at least ${min}`
  return min === 0 ? `at most ${max}` : `${min} to ${max}`
}

const FOCUS_ID = {
  path: 'id',
  expected: 'the id that the Receiver gave it: read it before you change or cancel it',
} as const

function noFocusId({ workflow, focus }: SentMessage): readonly Fault[] {
  return focus === undefined || workflow === undefined || opens(workflow) || isResponse(workflow)
    ? NOTHING
    : faultsAt(focus.entry.resource, focus.where, FOCUS_ID)
}
