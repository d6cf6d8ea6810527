/** Durations, in milliseconds. */
export const MINUTE_MS = 60 * 1000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The forms that R4 has for points in time. */
export type TimeForm = 'instant' | 'dateTime' | 'date'

const YEAR = String.raw`(?!0000)\d{4}`
const MONTH = '(?:0[1-9]|1[0-2])'

/** A day as R4 writes it, as a pattern; whether its month has it, `isInCalendar` tells. */
export const DAY = String.raw`${YEAR}-${MONTH}-(?:0[1-9]|[12]\d|3[01])`

const DATE = `${YEAR}(?:-${MONTH})?|${DAY}`
const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?`

/** A zone as R4 writes it, as a pattern. */
export const ZONE = String.raw`(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))`

const INSTANT = `${DAY}T${CLOCK}${ZONE}`

const FORMS: Readonly<Record<TimeForm, RegExp>> = {
  instant: new RegExp(`^${INSTANT}$`),
  dateTime: new RegExp(`^(?:${INSTANT}|${DATE})$`),
  date: new RegExp(`^(?:${DATE})$`),
}

/** Whether a value is of that form, and of a day that the calendar has. FHIR R4 §2.24.0.1. */
export function isTime(form: TimeForm, value: unknown): value is string {
  return typeof value === 'string' && FORMS[form].test(value) && isInCalendar(value)
}

const SHORT_MONTHS = ['04', '06', '09', '11']

/** Whether the month of a date or time has its day; the form is taken for granted. */
export function isInCalendar(date: string): boolean {
  // Every month has what is before the 29th, so most need no more than a look at the day.
  const day = date.length < 10 ? 1 : 10 * digitAt(date, 8) + digitAt(date, 9)
  if (day < 29) return true
  const month = date.slice(5, 7)
  if (month === '02') return day === 29 && isLeapYear(Number(date.slice(0, 4)))
  return day < 31 || !SHORT_MONTHS.includes(month)
}

const digitAt = (text: string, place: number): number => text.charCodeAt(place) - 48

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Whether a value would be a time, had it a zone: without one, nobody can tell when it is. */
export const hasNoZone = (value: unknown): boolean =>
  typeof value === 'string' && isTime('instant', `${value}Z`)

/** Whether a time is certainly before another: a date is as long as its day. */
export function isBefore(time: string, other: string): boolean {
  if (time.includes('T') && other.includes('T')) return Date.parse(time) < Date.parse(other)
  const shared = Math.min(time.length, other.length, 10)
  return time.slice(0, shared) < other.slice(0, shared)
}

/** A FHIR instant in UTC, as BaRS prefers it: seven fractional digits and `+00:00`. */
export const instant = (ms: number): string =>
  joined(new Date(ms).toISOString().slice(0, -1), '0000+00:00')

/**
 * One string from several. Joined, not added: V8 writes a tree that holds a string made by adding on
 * its slow path, the whole of it (measured: a third of a large answer's time).
 */
export const joined = (...parts: readonly string[]): string => parts.join('')
