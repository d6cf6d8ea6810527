import { sameSystem } from '../fhir/coding.ts'
import { readToken, type SearchParameters, valuesOf } from '../fhir/search.ts'
import { Failure, fail, quoted } from './failure.ts'
import { LIMITS } from './limits.ts'
import { itemsOf, wrongParameter } from './parameter.ts'
import { readSlotService } from './slot-service.ts'
import { readTimeBound, type TimeBound } from './time-bound.ts'

export type SlotStatus = 'free' | 'busy'

/** A search for Slots, understood. */
export interface SlotSearch {
  readonly service: string
  readonly statuses: readonly SlotStatus[]
  readonly range: TimeRange
  /** The `_include`s asked for and the two that every search means. */
  readonly includes: readonly string[]
}

/** From `from` up to and including `to`, in milliseconds. */
export interface TimeRange {
  readonly from: number
  readonly to: number
}

const DAY_MS = 24 * 60 * 60 * 1000

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

/** Reads the parameters of GET /Slot, or says which is missing or wrong. */
export const readSlotSearch = (parameters: SearchParameters): SlotSearch | Failure => {
  const service = readSlotService(parameters)
  if (service instanceof Failure) return service

  const statuses = readStatuses(valuesOf(parameters, 'status'))
  if (statuses instanceof Failure) return statuses

  const range = readRange(valuesOf(parameters, 'start'))
  if (range instanceof Failure) return range

  return { service, statuses, range, includes: readIncludes(parameters) }
}

const readIncludes = (parameters: SearchParameters): readonly string[] => {
  const asked = INCLUDE_PARAMETERS.flatMap((name) => valuesOf(parameters, name))
    .flatMap((value) => value.split(','))
    .flatMap((value) => (value === EVERY_INCLUDE ? INCLUDES : [value]))
  return [...new Set<string>([...MINIMUM_INCLUDES, ...asked])]
}

const readStatuses = (values: readonly string[]): readonly SlotStatus[] | Failure => {
  const sent = itemsOf(values)
  const unknown = sent.find((token) => statusOf(token) === undefined)
  if (unknown !== undefined) return wrongStatus('value', quoted(unknown))
  if (sent.length === 0) return wrongStatus('required', 'nothing')
  const asked = sent.map(statusOf)
  return STATUSES.filter((status) => asked.includes(status))
}

const STATUS_SYSTEM = 'http://hl7.org/fhir/slotstatus'

const statusOf = (token: string): SlotStatus | undefined => {
  const { system, value } = readToken(token)
  const isKnown = system === undefined || sameSystem(system, STATUS_SYSTEM)
  return isKnown ? STATUSES.find((each) => each === value) : undefined
}

const wrongStatus = (issue: 'required' | 'value', received: string): Failure =>
  wrongParameter(issue, 'status', received, 'free, busy or free,busy')

const readRange = (values: readonly string[]): TimeRange | Failure => {
  const bounds: TimeBound[] = []
  for (const value of values) {
    const bound = readTimeBound(value)
    if (bound === undefined) return wrongParameter('value', 'start', quoted(value), START_EXPECTED)
    bounds.push(bound)
  }
  const [from, secondFrom] = bounds.filter(({ isLower }) => isLower)
  const [to, secondTo] = bounds.filter(({ isLower }) => !isLower)
  if (!from || !to || secondFrom || secondTo) {
    const received = `${bounds.length === 0 ? 'nothing' : values.map(quoted).join(' and ')}`
    return wrongParameter('required', 'start', received, START_EXPECTED)
  }
  return to.at - from.at > LIMITS.rangeDays * DAY_MS
    ? fail('REC_UNPROCESSABLE_ENTITY', 'too-costly', {
        where: 'parameter start',
        received: `a range of ${Math.ceil((to.at - from.at) / DAY_MS)} days`,
        expected: `at most ${LIMITS.rangeDays} days`,
      })
    : { from: from.at, to: to.at }
}

const START_EXPECTED =
  'one lower bound (ge or gt) and one upper (le or lt), each a date, a time and its zone: ' +
  'start=ge2030-01-15T09:00:00+00:00&start=le2030-01-15T17:00:00+00:00'
