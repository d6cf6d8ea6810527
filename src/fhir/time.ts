/** The forms that R4 has for points in time. */
export type TimeForm = 'instant' | 'dateTime' | 'date'

const YEAR = String.raw`(?!0000)\d{4}`
const MONTH = '(?:0[1-9]|1[0-2])'
const DAY = String.raw`(?:0[1-9]|[12]\d|3[01])`
const DATE = `${YEAR}(?:-${MONTH}(?:-${DAY})?)?`
const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?`

/** A zone as R4 writes it, as a pattern. */
export const ZONE = String.raw`(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))`

const INSTANT = `${YEAR}-${MONTH}-${DAY}T${CLOCK}${ZONE}`

const FORMS: Readonly<Record<TimeForm, RegExp>> = {
  instant: new RegExp(`^${INSTANT}$`),
  dateTime: new RegExp(`^(?:${DATE}|${INSTANT})$`),
  date: new RegExp(`^${DATE}$`),
}

/** Whether a value is of that form, and of a day that the calendar has. FHIR R4 §2.24.0.1. */
export function isTime(form: TimeForm, value: unknown): value is string {
  return typeof value === 'string' && FORMS[form].test(value) && isInCalendar(value.slice(0, 10))
}

/** Whether the calendar has a day, a month or a year, written `2035-01-15`, `2035-01` or `2035`. */
export function isInCalendar(date: string): boolean {
  const at = Date.parse(`${date.padEnd(10, '-01')}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}

/** Whether a value would be a time, had it a zone: without one, nobody can tell when it is. */
export const hasNoZone = (value: unknown): boolean =>
  typeof value === 'string' && isTime('instant', `${value}Z`)

/** Whether a time is certainly before another: a date is as long as its day. */
export function isBefore(time: string, other: string): boolean {
  if (time.includes('T') && other.includes('T')) return Date.parse(time) < Date.parse(other)
  const shared = Math.min(time.length, other.length, 10)
  return time.slice(0, shared) < other.slice(0, shared)
}
