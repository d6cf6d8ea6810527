import { isServiceId } from '../../../src/bars/services.ts'
import { CATALOGUE } from '../../../src/receiver/catalogue.ts'

const SENTINELS: ReadonlySet<string> = new Set(CATALOGUE.flatMap(({ sentinel }) => sentinel.values))

/** What cannot be a patient's: a code, an id, a reference, an address of a system, a time of day. */
const HARMLESS =
  /^(?:[A-Za-z][A-Za-z-]{0,40}|(?:urn:uuid:|[A-Za-z]{1,40}\/)?[0-9a-f-]{36}|https?:\/\/[\w./:|-]{1,120}|\d{4}-\d\d-\d\dT[\d:.+Z-]{0,30})$/i

/** Hides every number that could be the NHS number of a patient who is no sentinel. */
export const masked = (text: string): string =>
  text.replace(/(?<!\d)\d(?:[ -]?\d){9}(?!\d)/g, (number) =>
    SENTINELS.has(number) || isServiceId(number) ? number : '**********',
  )

/** A value of a message as a report may show it. */
export const received = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return 'absent'
  if (typeof value === 'string') return HARMLESS.test(value) ? masked(value) : 'another text'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return 'a number'
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object'
}
