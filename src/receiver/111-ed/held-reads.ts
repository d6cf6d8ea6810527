import { isSentinel } from '../../scenarios/index.ts'
import {
  finds,
  type HeldResource,
  holds,
  type Scenario,
  SOURCES,
} from '../../scenarios/scenario.ts'
import { IDS, id, searchedPatient } from '../../scenarios/sentinels.ts'
import { DEFAULT_APPOINTMENT_ID, STATEFUL_PATIENT } from './act.ts'
import type { Holding, Recollection } from './organisations.ts'
import type { Standing } from './standing.ts'
import { holdsServiceRequest, type State } from './states.ts'

/** The scenario of reading what an organisation that went through these states holds. */
interface HeldRead extends Scenario<'read'> {
  readonly given: readonly State[]
}

const read = (
  resource: HeldResource,
  held: string,
  title: string,
  given: readonly State[],
): HeldRead => ({
  id: `111-ed-get-${held === IDS.referral ? 'referral' : 'booking'}-${resource.status}`,
  suite: '111-ED',
  title,
  applications: ['111-ED'],
  on: [resource.type],
  sentinel: id(held),
  reply: holds(resource),
  source: SOURCES.ruling(15),
  given,
})

const referral = { type: 'ServiceRequest', category: 'referral' } as const

/** Reads of what an organisation holds, or has cancelled today. */
export const HELD_READS: readonly HeldRead[] = [
  read({ type: 'Appointment', status: 'booked' }, DEFAULT_APPOINTMENT_ID, 'Get the booking held', [
    'appointment-booked',
  ]),
  read(
    { type: 'Appointment', status: 'cancelled' },
    DEFAULT_APPOINTMENT_ID,
    'Get a booking cancelled today',
    ['appointment-booked', 'initial'],
  ),
  read({ ...referral, status: 'active' }, IDS.referral, 'Get the referral held', [
    'referral-created',
  ]),
  read({ ...referral, status: 'revoked' }, IDS.referral, 'Get a referral cancelled today', [
    'referral-created',
    'appointment-booked',
  ]),
]

type HeldType = HeldResource['type']

/** The scenario of a search that finds what an organisation in that state holds of the stateful patient. */
interface HeldSearch extends Scenario<'found'> {
  readonly given: readonly [State]
}

const search = (resource: HeldResource, held: string, title: string, given: State): HeldSearch => ({
  id: `111-ed-search-${resource.type === 'Appointment' ? 'booking' : 'referral'}`,
  suite: '111-ED',
  title,
  applications: ['111-ED'],
  on: [`${resource.type}-search`],
  sentinel: searchedPatient(...STATEFUL_PATIENT),
  reply: finds({ resource, id: held }),
  source: SOURCES.ruling(31),
  given: [given],
})

/** Searches for what an organisation holds: of nothing held they find nothing, as of any patient. */
export const HELD_SEARCHES: readonly HeldSearch[] = [
  search(
    { type: 'Appointment', status: 'booked' },
    DEFAULT_APPOINTMENT_ID,
    'Find by its patient the booking held',
    'appointment-booked',
  ),
  search(
    { ...referral, status: 'active' },
    IDS.referral,
    'Find by its patient the referral held',
    'referral-created',
  ),
]

/** The scenario of a search for what an organisation holds, and what it finds, if it holds any. */
export const heldSearch = (type: HeldType, { state, appointmentId }: Standing) => {
  const referralId = holdsServiceRequest(state) ? IDS.referral : null
  const id = type === 'Appointment' ? appointmentId : referralId
  const scenario = HELD_SEARCHES.find(({ on }) => on.includes(`${type}-search`))
  if (id === null || scenario?.reply.kind !== 'found') return undefined
  const { held } = scenario.reply
  return { scenario, found: held && { ...held, id } }
}

/** Whether an organisation can hold a resource of that id: it is asked for no other. */
export const mayHold = (type: HeldType, id: string): boolean =>
  type === 'ServiceRequest' ? id === IDS.referral : !isSentinel(type, id)

/** The scenario of reading what an organisation holds, or has cancelled today, if it does (ruling 15). */
export const heldRead = (holding: Holding, recollection: Recollection): HeldRead | undefined => {
  const status = statusOf(holding, recollection)
  return HELD_READS.find(({ reply }) => reply.kind === 'read' && reply.resource.status === status)
}

function statusOf(holding: Holding, { standing, wasHeld }: Recollection) {
  const isAppointment = holding.type === 'Appointment'
  const isHeld = isAppointment
    ? standing.appointmentId === holding.id
    : holdsServiceRequest(standing.state)
  if (isHeld) return isAppointment ? 'booked' : 'active'
  if (wasHeld) return isAppointment ? 'cancelled' : 'revoked'
  return undefined
}
