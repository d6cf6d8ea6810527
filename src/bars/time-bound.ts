import { DAY, isInCalendar, ZONE } from '../fhir/time.ts'

/** One end of a range of time: the first or the last whole millisecond within it. */
export interface TimeBound {
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
  // An unescaped "+" of a zone reaches a server as a space.
  const [, side, ends, date = '', minute, second = '00', fraction = '', zone] =
    BOUND.exec(value.replace(' ', '+')) ?? []
  if (side === undefined || !isInCalendar(date)) return undefined
  const isLower = side === 'g'
  const { ms, isWhole } = withinMinute(second, fraction)
  const at = Date.parse(`${date}T${minute}${zone}`) + ms
  // What lies between two milliseconds begins with the later one and ends with the earlier.
  const isLeftOut = isWhole && ends === 't'
  if (isLower) return { isLower, at: isWhole && !isLeftOut ? at : at + 1 }
  return { isLower, at: Math.min(isLeftOut ? at - 1 : at, LAST_MS) }
}

// A FHIR instant has a year of four digits; what starts before the last day of them ends in time.
const LAST_MS = Date.UTC(9999, 11, 31)

const MINUTE_MS = 60_000

/** The millisecond of a minute that the time is in, and whether it is where that begins. */
const withinMinute = (second: string, fraction: string) =>
  // A leap second comes after all of its minute and before all of the next.
  second === '60'
    ? { ms: MINUTE_MS - 1, isWhole: false }
    : {
        ms: Number(`${second}${fraction.slice(0, 3).padEnd(3, '0')}`),
        isWhole: !/[1-9]/.test(fraction.slice(3)),
      }
