import { isIn } from '../../bars/applications.ts'
import { SYSTEMS } from '../../bars/code-systems.ts'
import { isUuid } from '../../bars/ids.ts'
import { received, shownType } from '../../bars/privacy.ts'
import { focusType, isResponse, WORKFLOWS } from '../../bars/workflow.ts'
import { identifierValues } from '../../fhir/coding.ts'
import { list, member, text } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import { placesAt, type Test, testOf } from '../elements.ts'
import type { PlacedEntry, SentMessage } from '../message.ts'
import { type Check, type Fault, NOTHING, ofMessage, type Rule } from '../rule.ts'
import { nodesIn } from '../walk.ts'

/** A reference and the types of resource that it may lead to. */
interface Lead {
  readonly from: string
  readonly path: string
  readonly to: readonly string[]
  /** What it leads to in Application 8 too: the broker. */
  readonly broker?: readonly string[]
  /** Set where messages published with the standard lead elsewhere. */
  readonly isWarning?: boolean
}

const lead = (from: string, path: string, ...to: readonly string[]): Lead => ({ from, path, to })

/** Resources that are about the patient, and come of an encounter. */
const ABOUT_THE_PATIENT = [
  'CarePlan',
  'Communication',
  'Condition',
  'Encounter',
  'MedicationStatement',
  'Observation',
  'Procedure',
  'ServiceRequest',
]

const SLOT_ACTORS = ['HealthcareService', 'Location', 'Practitioner', 'PractitionerRole'] as const

/** What tells of services that were rejected; all else goes with the CarePlan. */
const REJECTIONS = ['QuestionnaireResponse', 'Flag'] as const

const LEADS: readonly Lead[] = [
  lead('MessageHeader', 'sender?.reference', 'Organization'),
  lead('MessageHeader', 'destination?[].receiver?.reference', 'Organization'),
  lead('Appointment', 'slot?[].reference', 'Slot'),
  lead('Appointment', 'basedOn?[].reference', 'ServiceRequest'),
  lead(
    'Appointment',
    'participant?[].actor?.reference',
    ...['Patient', 'Device', 'RelatedPerson', ...SLOT_ACTORS],
  ),
  ...ABOUT_THE_PATIENT.map((type) => lead(type, 'subject?.reference', 'Patient')),
  ...['AllergyIntolerance', 'Consent', 'RelatedPerson'].map((type) =>
    lead(type, 'patient?.reference', 'Patient'),
  ),
  ...[...ABOUT_THE_PATIENT, 'AllergyIntolerance', 'Flag', 'Task']
    .filter((type) => type !== 'Encounter' && type !== 'MedicationStatement')
    .map((type) => lead(type, 'encounter?.reference', 'Encounter')),
  lead('ServiceRequest', 'basedOn?[].reference', 'CarePlan'),
  lead('ServiceRequest', 'requester?.reference', 'Practitioner', 'PractitionerRole'),
  {
    ...lead('ServiceRequest', 'performer?[].reference', 'HealthcareService'),
    broker: ['Device'],
    isWarning: true,
  },
  {
    ...lead('ServiceRequest', 'supportingInfo?[].reference', 'Appointment', ...REJECTIONS),
    isWarning: true,
  },
  lead('ServiceRequest', 'locationReference?[].reference', 'Location'),
  lead('Encounter', 'location?[].location?.reference', 'Location'),
  lead('CarePlan', 'addresses?[].reference', 'Condition'),
  lead('Flag', 'subject?.reference', 'Patient', 'Location'),
  lead('HealthcareService', 'providedBy?.reference', 'Organization'),
  lead('HealthcareService', 'location?[].reference', 'Location'),
  { ...lead('QuestionnaireResponse', 'subject?.reference', 'Patient'), isWarning: true },
  lead('PractitionerRole', 'practitioner?.reference', 'Practitioner'),
  lead('PractitionerRole', 'organization?.reference', 'Organization'),
  lead('Schedule', 'actor?[].reference', ...SLOT_ACTORS),
  lead('Slot', 'schedule?.reference', 'Schedule'),
]

/** Checks of the references between the entries of a message, and of what they lead to. */
export const REFERENCE_CHECKS: readonly Check[] = [
  ofMessage({ id: 'reference/resolves', severity: 'error', source: CLAUSES.references }, dangling),
  ...LEADS.map((each) =>
    leadCheck(each.isWarning ? CLAUSES.payload : CLAUSES.targets, each, (message) =>
      typesOf(each, message),
    ),
  ),
  leadCheck(CLAUSES.header, { from: 'MessageHeader', path: 'focus?[].reference' }, focusTypes),
  ofMessage({ id: 'reference/focus', severity: 'error', source: CLAUSES.header }, lostFocus),
]

/** Checks of the Organizations that send and receive. */
export const PARTY_CHECKS: readonly Check[] = [
  ofMessage(
    { id: 'payload/Organization.ods-code', severity: 'error', source: CLAUSES.payload },
    noOdsCodes,
  ),
]

/** What a message may refer to that it does not hold: the other message, and the journey. */
const ELSEWHERE =
  /^(?:https?:\/\/.*\/)?(?:Appointment|ServiceRequest|EpisodeOfCare)\/[A-Za-z0-9.-]{1,64}$/

const leads = ({ led }: SentMessage, value: string): boolean =>
  led(value) !== undefined || value.startsWith('#') || ELSEWHERE.test(value)

function dangling(message: SentMessage): readonly Fault[] {
  const mayDangle = [...message.gathered.references].some((each) => !leads(message, each.trim()))
  if (!mayDangle) return NOTHING
  const fullUrls = message.entries.flatMap(({ entry }) => text(entry, 'fullUrl') ?? [])
  return message.entries
    .flatMap(({ where, entry }) => referencesIn(entry.resource, where))
    .filter(({ where, value }) => !leads(message, value) && !isJourney(where, value))
    .map(({ where, value }) => ({
      where,
      expected: 'a fullUrl of this Bundle',
      received: received(value),
      mend: fullUrlOf(message, typeIn(value)) ?? nearestIn(fullUrls, value),
    }))
}

/** The type that a reference names that is no fullUrl: `Patient/1`. */
const typeIn = (value: string): readonly string[] => {
  const [, type] = /(?:^|\/)([A-Z][A-Za-z]+)\/[^/]+$/.exec(value) ?? []
  return type === undefined ? [] : [type]
}

/** Where a message has the resources that a reference may lead to, in words. */
function fullUrlOf({ of }: SentMessage, types: readonly string[]): string | undefined {
  const placed = types
    .flatMap((type) => of(type))
    .map(({ entry }) => ({ type: entry.resource.resourceType, url: text(entry, 'fullUrl') }))
    .filter(({ url }) => url !== undefined)
    .slice(0, MOST_SHOWN)
  return placed.length === 0
    ? undefined
    : placed.map(({ type, url }) => `the ${type} is ${received(url)}`).join(', ')
}

const MOST_SHOWN = 3

function nearestIn(fullUrls: readonly string[], value: string): string {
  const same = fullUrls.some((each) => each.toLowerCase() === value.toLowerCase())
  if (same) return 'the fullUrl has it in other letters: write both in small ones'
  if (fullUrls.length === 0) return 'no entry has a fullUrl'
  const first = fullUrls.slice(0, MOST_SHOWN).map(received).join(', ')
  return `have ${first}${fullUrls.length > MOST_SHOWN ? '…' : ''}`
}

// Some tables write the journey's id alone.
const isJourney = (where: string, value: string): boolean =>
  where.includes('.episodeOfCare[') && isUuid(value)

interface ReferencePlace {
  readonly where: string
  readonly value: string
}

const referencesIn = (resource: object, at: string): readonly ReferencePlace[] =>
  nodesIn(resource, at)
    .filter(({ where }) => where !== at)
    .flatMap(({ where, value }) => {
      const reference = text(value, 'reference')
      return reference === undefined ? [] : [{ where: `${where}.reference`, value: reference }]
    })

type TypesFor = (message: SentMessage) => readonly string[] | undefined

const typesOf = ({ to, broker }: Lead, { useCases }: SentMessage): readonly string[] =>
  broker !== undefined && isIn([8], useCases) ? [...to, ...broker] : to

function toOneOf(types: readonly string[]): string {
  return `a reference to the ${types.join(' or the ')}`
}

function leadCheck(
  source: string,
  { from, path, isWarning = false, to: usual }: Omit<Lead, 'to'> & Partial<Pick<Lead, 'to'>>,
  to: TypesFor,
): Check {
  const rule: Rule = {
    id: `reference/${from}.${path.replaceAll(/[?[\]]|\.reference/g, '')}`,
    severity: isWarning ? 'warning' : 'error',
    source,
    ...(usual && { expected: toOneOf(usual) }),
  }
  const typeOf = (value: unknown, message: SentMessage) =>
    message.led(value)?.entry.resource.resourceType
  const is: Test<SentMessage> = (value, message) => {
    const type = typeOf(value, message)
    return type === undefined || to(message)?.includes(type) !== false
  }
  const isRight = testOf({ path, is })
  return ofMessage(rule, (message) =>
    message
      .of(from)
      .filter(({ entry }) => !isRight(entry.resource, message))
      .flatMap(({ where, entry }) => placesAt(entry.resource, path, where))
      .filter(({ value }) => !is(value, message))
      .map(({ where, value }) => {
        const mend = fullUrlOf(message, to(message) ?? [])
        return {
          where,
          expected: toOneOf(to(message) ?? []),
          received: `a reference to the ${shownType(typeOf(value, message) ?? '')}`,
          ...(mend !== undefined && { mend }),
        }
      }),
  )
}

// The other message's resources have ids, but the focus is always in the Bundle.
function lostFocus({ header, led }: SentMessage): readonly Fault[] {
  return list(header?.entry.resource, 'focus').flatMap((each, place) => {
    const reference = text(each, 'reference')
    if (reference === undefined || led(reference) !== undefined) return NOTHING
    return [
      {
        where: `${header?.where}.focus[${place}].reference`,
        expected: 'a fullUrl of this Bundle',
        received: received(reference),
      },
    ]
  })
}

// A response may be about the responder's Encounter (Application 4).
function focusTypes({ workflow }: SentMessage): readonly string[] | undefined {
  if (workflow === undefined) return undefined
  const type = focusType(WORKFLOWS[workflow].event)
  return isResponse(workflow) ? [type, 'Encounter'] : [type]
}

// Application 5 has the identifier as SHOULD.
function noOdsCodes(message: SentMessage): readonly Fault[] {
  const without = partiesOf(message).filter(({ entry }) => !hasOdsCode(entry.resource))
  if (without.length === 0) return NOTHING
  const severity = isIn([5], message.useCases) ? 'warning' : 'error'
  return without.map(({ where, entry: { resource } }) => ({
    severity,
    where: `${where}.identifier`,
    expected: `an identifier of system ${SYSTEMS.odsCode}`,
    received: list(resource, 'identifier').length === 0 ? 'absent' : 'other identifiers',
  }))
}

const hasOdsCode = (organization: object): boolean =>
  identifierValues(organization, 'identifier', SYSTEMS.odsCode).length > 0

function partiesOf({ header, led }: SentMessage): readonly PlacedEntry[] {
  const resource = header?.entry.resource
  const receivers = list(resource, 'destination').map((each) => member(each, 'receiver'))
  const parties = [member(resource, 'sender'), ...receivers]
    .map((party) => led(member(party, 'reference')))
    .filter((party) => party?.entry.resource.resourceType === 'Organization')
    .filter((party) => party !== undefined)
  return [...new Set(parties)]
}
