import { SYSTEMS } from '../../bars/code-systems.ts'
import { isUuid } from '../../bars/ids.ts'
import { received } from '../../bars/privacy.ts'
import { focusType, isResponse, WORKFLOWS } from '../../bars/workflow.ts'
import { identifierValues } from '../../fhir/coding.ts'
import { list, member, text } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import { isIn } from '../due.ts'
import { placesAt, type Test, testOf } from '../elements.ts'
import type { PlacedEntry, SentMessage } from '../message.ts'
import { type Check, type Fault, NOTHING, ofMessage } from '../rule.ts'
import { nodesIn } from '../walk.ts'

/** A reference and the types of resource that it may lead to. */
interface Lead {
  readonly from: string
  readonly path: string
  readonly to: readonly string[]
}

// biome-ignore format: a table reads by column
const LEADS: readonly Lead[] = [
  { from: 'MessageHeader',     path: 'sender?.reference',                  to: ['Organization'] },
  { from: 'MessageHeader',     path: 'destination?[].receiver?.reference', to: ['Organization'] },
  { from: 'Appointment',       path: 'slot?[].reference',                  to: ['Slot'] },
  { from: 'Appointment',       path: 'basedOn?[].reference',               to: ['ServiceRequest'] },
  { from: 'ServiceRequest',    path: 'subject?.reference',                 to: ['Patient'] },
  { from: 'ServiceRequest',    path: 'encounter?.reference',               to: ['Encounter'] },
  { from: 'ServiceRequest',    path: 'basedOn?[].reference',               to: ['CarePlan'] },
  { from: 'ServiceRequest',    path: 'locationReference?[].reference',     to: ['Location'] },
  { from: 'Encounter',         path: 'subject?.reference',                 to: ['Patient'] },
  { from: 'CarePlan',          path: 'subject?.reference',                 to: ['Patient'] },
  { from: 'CarePlan',          path: 'encounter?.reference',               to: ['Encounter'] },
  { from: 'Consent',           path: 'patient?.reference',                 to: ['Patient'] },
  { from: 'HealthcareService', path: 'providedBy?.reference',              to: ['Organization'] },
  { from: 'PractitionerRole',  path: 'practitioner?.reference',            to: ['Practitioner'] },
  { from: 'PractitionerRole',  path: 'organization?.reference',            to: ['Organization'] },
  { from: 'Slot',              path: 'schedule?.reference',                to: ['Schedule'] },
]

/** Checks of the references between the entries of a message, and of what they lead to. */
export const REFERENCE_CHECKS: readonly Check[] = [
  ofMessage({ id: 'reference/resolves', severity: 'error', source: CLAUSES.references }, dangling),
  ...LEADS.map(({ from, path, to }) => leadCheck(CLAUSES.r4, from, path, () => to)),
  leadCheck(CLAUSES.header, 'MessageHeader', 'focus?[].reference', focusTypes),
]

/** Checks of the Organizations that send and receive. */
export const PARTY_CHECKS: readonly Check[] = [
  ofMessage(
    { id: 'payload/Organization.ods-code', severity: 'error', source: CLAUSES.payload },
    noOdsCodes,
  ),
]

/** What a message may refer to that it does not hold: the other message, and the journey. */
const ELSEWHERE = /^(?:Appointment|ServiceRequest|EpisodeOfCare)\/[A-Za-z0-9.-]{1,64}$/

const leads = ({ led }: SentMessage, value: string): boolean =>
  led(value) !== undefined || /^(?:https?:\/\/|#)/.test(value) || ELSEWHERE.test(value)

function dangling(message: SentMessage): readonly Fault[] {
  const mayDangle = [...message.gathered.references].some((each) => !leads(message, each.trim()))
  if (!mayDangle) return NOTHING
  const fullUrls = message.entries.flatMap(({ entry }) => text(entry, 'fullUrl') ?? [])
  const mend = `have ${fullUrls.slice(0, 3).map(received).join(', ')}${fullUrls.length > 3 ? '…' : ''}`
  return message.entries
    .flatMap(({ where, entry }) => referencesIn(entry.resource, where))
    .filter(({ where, value }) => !leads(message, value) && !isJourney(where, value))
    .map(({ where, value }) => ({
      where,
      expected: 'a fullUrl of this Bundle',
      received: received(value),
      mend,
    }))
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

function leadCheck(source: string, from: string, path: string, to: TypesFor): Check {
  const id = `reference/${from}.${path.replaceAll(/[?[\]]|\.reference/g, '')}`
  const typeOf = (value: unknown, message: SentMessage) =>
    message.led(value)?.entry.resource.resourceType
  const is: Test<SentMessage> = (value, message) => {
    const type = typeOf(value, message)
    return type === undefined || to(message)?.includes(type) !== false
  }
  const isRight = testOf({ path, is })
  return ofMessage({ id, severity: 'error', source }, (message) =>
    message
      .of(from)
      .filter(({ entry }) => !isRight(entry.resource, message))
      .flatMap(({ where, entry }) => placesAt(entry.resource, path, where))
      .filter(({ value }) => !is(value, message))
      .map(({ where, value }) => ({
        where,
        expected: `a reference to the ${to(message)?.join(' or the ')}`,
        received: `a reference to the ${typeOf(value, message)}`,
      })),
  )
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
