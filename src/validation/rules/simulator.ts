import { received } from '../../bars/privacy.ts'
import type { Workflow } from '../../bars/workflow.ts'
import { conceptCodes } from '../../fhir/coding.ts'
import { list, member, text } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import { FULL, INTERIM, REQUESTS, VALIDATION_REQUESTS } from '../due.ts'
import type { PlacedEntry, SentMessage } from '../message.ts'
import { type Check, type Fault, NOTHING, ofMessage, type Rule } from '../rule.ts'
import { FLAG_CATEGORIES, follows, INCIDENT, SCENE_SAFETY } from '../tables/clinical.ts'

/** Resources that the real simulator wants to stand so, where the message is so. */
interface Consequence {
  readonly id: string
  readonly tag?: string
  readonly on: readonly Workflow[]
  readonly when: (message: SentMessage) => boolean
  readonly type: string
  readonly statuses: readonly string[]
}

const VALIDATED = [INTERIM, FULL] as const

const isOneEncounter = (status: string) => (message: SentMessage) =>
  message.of('Encounter').filter((each) => statusOf(each) === status).length === 1

const isRevoked = ({ focus }: SentMessage) => focus !== undefined && statusOf(focus) === 'revoked'

// biome-ignore format: a table reads by column
const CONSEQUENCES: readonly Consequence[] = [
  // The guide lets a validation be asked for while the Encounter goes on.
  { id: 'validation-new.Encounter',   tag: 'RS-REF-VALID-REQ',      on: ['validation-new'],    when: isOneEncounter('in-progress'), type: 'Encounter',      statuses: ['triaged'] },
  { id: 'finished.ServiceRequest',    tag: 'RS-REF-FULL-VALID-RES', on: VALIDATED,             when: isOneEncounter('finished'),    type: 'ServiceRequest', statuses: ['completed'] },
  { id: 'finished.CarePlan',          tag: 'RS-REF-FULL-VALID-RES', on: VALIDATED,             when: isOneEncounter('finished'),    type: 'CarePlan',       statuses: ['completed', 'active'] },
  { id: 'in-progress.ServiceRequest', tag: 'RR-REF-INT-VALID-RES',  on: VALIDATED,             when: isOneEncounter('in-progress'), type: 'ServiceRequest', statuses: ['active'] },
  { id: 'safeguarding.Appointment',                                 on: ['referral-response'], when: isRevoked,                     type: 'Appointment',    statuses: ['noshow'] },
  { id: 'safeguarding.Encounter',                                   on: ['referral-response'], when: isRevoked,                     type: 'Encounter',      statuses: ['cancelled'] },
]

const statusOf = ({ entry }: PlacedEntry): string | undefined => text(entry.resource, 'status')

function wrongStatuses(message: SentMessage, row: Consequence): readonly Fault[] {
  const { on, when, type, statuses } = row
  if (message.workflow === undefined || !on.includes(message.workflow)) return NOTHING
  if (message.of(type).length === 0 || !when(message)) return NOTHING
  return message
    .of(type)
    .filter((each) => !isOriginal(each, message) && !statuses.includes(statusOf(each) ?? ''))
    .map((each) => ({
      where: `${each.where}.status`,
      expected: statuses.join(' or '),
      received: received(statusOf(each)),
    }))
}

// The Encounter of the referral that is answered stays as it was.
function isOriginal({ entry }: PlacedEntry, { workflow, focus, led }: SentMessage): boolean {
  if (workflow !== 'referral-response') return false
  const referred = text(member(focus?.entry.resource, 'encounter'), 'reference')
  return referred !== undefined && led(referred)?.entry === entry
}

/** What else only the real simulator asks of a message. */
interface Ask {
  readonly id: string
  readonly tag?: string
  readonly find: (message: SentMessage) => readonly Fault[]
}

const ASKS: readonly Ask[] = [
  { id: 'lastUpdated', find: noExactTime },
  { id: 'Flag.scene-safety', tag: 'RS-REC-SCENE-INFO', find: secondScene },
  { id: 'ServiceRequest.supportingInfo', tag: 'RS-INC-BOOK', find: noBooking },
  { id: 'Encounter.identifier', find: unnumbered },
  { id: 'Location.incident', find: otherIncidents },
  { id: 'Flag.profile', find: (message) => notOne(message, 'Flag', SCENE_SAFETY) },
]

const warning = (id: string, tag: string | undefined): Rule => ({
  id: `simulator/${id}`,
  severity: 'warning',
  source: CLAUSES.simulator,
  ...(tag && { tag }),
})

/** Checks of what only the real simulator asks for, but for elements. */
export const SIMULATOR_CHECKS: readonly Check[] = [
  ...CONSEQUENCES.map((row) =>
    ofMessage(warning(row.id, row.tag), (message) => wrongStatuses(message, row)),
  ),
  ...ASKS.map(({ id, tag, find }) => ofMessage(warning(id, tag), find)),
]

const isExact = (resource: unknown): boolean =>
  /\.\d{7,}(?:Z|[+-]\d\d:\d\d)$/.test(text(member(resource, 'meta'), 'lastUpdated') ?? '')

function noExactTime({ json, entries }: SentMessage): readonly Fault[] {
  if (isExact(json) || entries.some(({ entry }) => isExact(entry.resource))) return NOTHING
  return [
    {
      where: 'Bundle.meta.lastUpdated',
      expected: 'seven digits after the second or more, here or on one resource',
      received: 'fewer',
    },
  ]
}

function secondScene({ workflow, of }: SentMessage): readonly Fault[] {
  if (workflow === undefined || !VALIDATION_REQUESTS.includes(workflow)) return NOTHING
  const [, ...more] = of('Flag').filter(({ entry }) =>
    conceptCodes(entry.resource, 'category', FLAG_CATEGORIES).includes('SS'),
  )
  return more.map(({ where }) => ({
    where: `${where}.category`,
    expected: 'one Flag of scene safety in the message',
    received: 'another one',
  }))
}

/** The patient whose referrals it wants to be linked to a booking. */
const BOOKED = '9658499007'

function noBooking({ workflow, focus, nhsNumbers: [first] }: SentMessage): readonly Fault[] {
  const isAsked = workflow === 'referral-new' || workflow === 'validation-new'
  if (!isAsked || focus === undefined || first !== BOOKED) return NOTHING
  if (list(focus.entry.resource, 'supportingInfo').length > 0) return NOTHING
  return [
    {
      where: `${focus.where}.supportingInfo`,
      expected: 'the booking of this patient: Appointment/<id>',
      received: 'absent',
    },
  ]
}

/** Of whose resources it asks more: out-of-area referrals and their updates. */
const isOutOfArea = ({ workflow, useCases }: SentMessage): boolean =>
  workflow !== undefined && REQUESTS.includes(workflow) && useCases.includes('a6t1')

function unnumbered(message: SentMessage): readonly Fault[] {
  if (!isOutOfArea(message)) return NOTHING
  const { length } = message
    .of('Encounter')
    .flatMap(({ entry }) => list(entry.resource, 'identifier'))
  if (length === 1 || length === 2) return NOTHING
  return [
    {
      where: 'Bundle.entry(Encounter)',
      expected: 'one identifier or two, of all Encounters',
      received: String(length),
    },
  ]
}

// That there is none is told by the payload's own rule.
function otherIncidents(message: SentMessage): readonly Fault[] {
  const incidents = message.of('Location').filter(({ entry }) => follows(entry.resource, INCIDENT))
  return incidents.length === 0 ? NOTHING : notOne(message, 'Location', INCIDENT)
}

function notOne(message: SentMessage, type: string, profile: string): readonly Fault[] {
  if (!isOutOfArea(message)) return NOTHING
  const both = message
    .of(type)
    .filter(
      ({ entry: { resource } }) =>
        follows(resource, profile) && general(type).some((each) => follows(resource, each)),
    )
  if (both.length === 1) return NOTHING
  return [
    {
      where: `Bundle.entry(${type})`,
      expected: `one that is of ${profile} and of ${general(type).join(' or ')}`,
      received: String(both.length),
    },
  ]
}

const general = (type: string): readonly string[] => [
  `https://fhir.hl7.org.uk/StructureDefinition/UKCore-${type}`,
  `http://hl7.org/fhir/StructureDefinition/${type}`,
]
