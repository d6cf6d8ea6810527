import { sameSystem } from '../fhir/coding.ts'
import { readToken, type SearchParameters, valuesOf } from '../fhir/search.ts'
import { DAY, isInCalendar, MINUTE_MS, ZONE } from '../fhir/time.ts'
import { SYSTEMS } from './code-systems.ts'
import { Failure } from './failure.ts'
import { nearest } from './near.ts'
import { listedItems, missingParameter, wrongParameter } from './parameters.ts'
import { quoted, quotedBound } from './privacy.ts'
import { isServiceSystem } from './services.ts'

export type SlotStatus = 'free' | 'busy'

/** A search for Slots, understood. */
export interface SlotSearch {
  readonly service: string
  readonly statuses: readonly SlotStatus[]
  /** Or why there is none. */
  readonly range: TimeRange | Failure
  /** The `_include`s asked for and the two that every search means. */
  readonly includes: readonly string[]
}

/** From `from` up to and including `to`, in milliseconds. */
export interface TimeRange {
  readonly from: number
  readonly to: number
}

/** The `_include`s of GET /Slot that the sandbox honours. BaRS API, "Slot". */
export const INCLUDES = [
  'Slot:schedule',
  'Schedule:actor:HealthcareService',
  'Schedule:actor:Practitioner',
  'Schedule:actor:PractitionerRole',
  'HealthcareService:providedBy',
  'HealthcareService:location',
] as const

export type Include = (typeof INCLUDES)[number]

/** What every search includes, asked or not (BaRS Core, "Slot"). */
export const MINIMUM_INCLUDES: readonly Include[] = INCLUDES.slice(0, 2)

/** The value that asks for every include. BaRS API, "Slot". */
export const EVERY_INCLUDE = 'Slot:*'

/** The values of `_include` that GET /Slot understands. */
export const INCLUDE_VALUES: readonly string[] = [...INCLUDES, EVERY_INCLUDE]

// FHIR R4, "_include": what is reached through something included is asked for with `:iterate`.
export const INCLUDE_PARAMETERS = ['_include', '_include:iterate']

const STATUSES: readonly SlotStatus[] = ['free', 'busy']

/**
 * Reads the parameters of GET /Slot, or says which is missing or wrong. The range may still be wrong: a
 * service that has no Slots answers before it is looked at (ruling 16).
 */
export const readSlotSearch = (parameters: SearchParameters): SlotSearch | Failure => {
  const service = readSlotService(parameters)
  if (service instanceof Failure) return service

  const statuses = readStatuses(parameters)
  if (statuses instanceof Failure) return statuses
  return { service, statuses, range: readTimeRange(parameters), includes: readIncludes(parameters) }
}

const readIncludes = (parameters: SearchParameters): readonly string[] => {
  const asked = INCLUDE_PARAMETERS.flatMap((name) => valuesOf(parameters, name))
    .flatMap((value) => value.split(','))
    .flatMap((value) => (value === EVERY_INCLUDE ? INCLUDES : [value]))
  return [...new Set<string>([...MINIMUM_INCLUDES, ...asked])]
}

const readStatuses = (parameters: SearchParameters): readonly SlotStatus[] | Failure => {
  const sent = listedItems(valuesOf(parameters, 'status'))
  if (sent.length === 0) return missingParameter('status', parameters, STATUS_EXPECTED)
  const unknown = sent.find((token) => knownStatus(token) === undefined)
  if (unknown !== undefined) return wrongStatus(unknown)
  const asked = sent.map(knownStatus)
  return STATUSES.filter((status) => asked.includes(status))
}

const STATUS_SYSTEM = 'http://hl7.org/fhir/slotstatus'

const knownStatus = (token: string): SlotStatus | undefined => {
  const { system, value } = readToken(token)
  const isKnown = system === undefined || sameSystem(system, STATUS_SYSTEM)
  return isKnown ? STATUSES.find((each) => each === value) : undefined
}

const STATUS_EXPECTED = 'free, busy or free,busy'

function wrongStatus(sent: string): Failure {
  const near = nearest(sent, STATUSES)
  const mend = near && `did you mean ${near}?`
  return wrongParameter('value', 'status', quoted(sent), STATUS_EXPECTED, mend)
}

/** The bounds of a search: the published scenario page prints the second as `end` (ruling 16). */
export const boundsOf = (parameters: SearchParameters): readonly string[] =>
  ['start', 'end'].flatMap((name) => valuesOf(parameters, name))

function readTimeRange(parameters: SearchParameters): TimeRange | Failure {
  const values = boundsOf(parameters)
  if (values.length === 0) return missingParameter('start', parameters, START_EXPECTED)
  const bounds: TimeBound[] = []
  for (const value of values) {
    const bound = readTimeBound(value)
    if (bound === undefined) return wrongBound(value)
    bounds.push(bound)
  }
  const [from, secondFrom] = bounds.filter(({ isLower }) => isLower)
  const [to, secondTo] = bounds.filter(({ isLower }) => !isLower)
  if (!from || !to || secondFrom || secondTo) {
    const received = values.slice(0, MOST_TOLD).map(quotedBound).join(' and ')
    return wrongParameter('required', 'start', received, START_EXPECTED)
  }
  return { from: from.at, to: to.at }
}

const MOST_TOLD = 5

function wrongBound(value: string): Failure {
  const isBare = /^\d{4}-/.test(value)
  const mend = isBare ? 'put ge, gt, le or lt before the time' : undefined
  return wrongParameter('value', 'start', quotedBound(value), START_EXPECTED, mend)
}

const START_EXPECTED =
  'one lower bound (ge or gt) and one upper (le or lt), each a date, a time and its zone: ' +
  'start=ge2030-01-15T09:00:00+00:00&start=le2030-01-15T17:00:00+00:00'

const SERVICE = 'Schedule.actor:HealthcareService'
const SERVICE_ID = 'a DoS service id'

/** Reads the one service whose Slots are searched for. */
const readSlotService = (parameters: SearchParameters): string | Failure => {
  const sent = listedItems(valuesOf(parameters, SERVICE)).filter((item) => item !== '')
  const foreign = sent.find((item) => !isServiceSystem(readToken(item).system))
  if (foreign !== undefined) {
    const expected = `${SERVICE_ID}, alone or as ${SYSTEMS.dosService}|<service id>`
    return wrongParameter('value', SERVICE, quoted(foreign), expected)
  }
  const [service, second] = new Set(sent.map((item) => readToken(item).value))
  if (service === undefined) return missingParameter(SERVICE, parameters, SERVICE_ID)
  return second === undefined
    ? service
    : wrongParameter('value', SERVICE, 'two different services', `one: ${SERVICE_ID}`)
}

/** One end of a range of time: the first or the last whole millisecond within it. */
interface TimeBound {
  readonly isLower: boolean
  /** Milliseconds since 1970. */
  readonly at: number
}

// A prefix and an R4 dateTime with its zone, to the minute at least (FHIR R4 §2.24.0.1, §3.1.1.5.6).
const BOUND = new RegExp(
  String.raw`^(g|l)(e|t)(${DAY})T((?:[01]\d|2[0-3]):[0-5]\d)` +
    String.raw`(?::([0-5]\d|60)(?:\.(\d+))?)?(${ZONE})$`,
)

/** Reads one value of a search by time; undefined where it is none. */
export const readTimeBound = (value: string): TimeBound | undefined => {
  const [, side, ends, date = '', minute, second = '00', fraction = '', zone] =
    BOUND.exec(withWholeZone(value)) ?? []
  if (side === undefined || !isInCalendar(date)) return undefined
  const isLower = side === 'g'
  const { ms, isWhole } = withinMinute(second, fraction)
  const at = Date.parse(`${date}T${minute}${zone}`) + ms
  // What lies between two milliseconds begins with the later one and ends with the earlier.
  const isLeftOut = isWhole && ends === 't'
  if (isLower) return { isLower, at: isWhole && !isLeftOut ? at : at + 1 }
  return { isLower, at: Math.min(isLeftOut ? at - 1 : at, LAST_MS) }
}

// An unescaped "+" of a zone reaches a server as a space, and a zone may lack its minutes (ruling 16).
const withWholeZone = (value: string): string =>
  value.replace(' ', '+').replace(/([+-]\d\d)$/, '$1:00')

// A FHIR instant has a year of four digits; what starts before the last day of them ends in time.
const LAST_MS = Date.UTC(9999, 11, 31)

/** The millisecond of a minute that the time is in, and whether it is where that begins. */
const withinMinute = (second: string, fraction: string) =>
  // A leap second comes after all of its minute and before all of the next.
  second === '60'
    ? { ms: MINUTE_MS - 1, isWhole: false }
    : {
        ms: Number(`${second}${fraction.slice(0, 3).padEnd(3, '0')}`),
        isWhole: !/[1-9]/.test(fraction.slice(3)),
      }
