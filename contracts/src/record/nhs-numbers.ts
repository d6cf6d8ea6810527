import { digitsOf, hasValidCheckDigit } from '../../../src/bars/nhs-number.ts'
import { isServiceId } from '../../../src/bars/services.ts'
import { plantings } from '../../../src/examples/request.ts'
import { CATALOGUE } from '../../../src/receiver/catalogue.ts'

/** The NHS numbers of the sandbox's patients, who are nobody. */
export const NOBODY: ReadonlySet<string> = new Set(
  CATALOGUE.filter(({ sentinel }) => sentinel.in === 'Patient.identifier')
    .flatMap(plantings)
    .filter((number) => number !== undefined),
)

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

// Ten digits as people group them, and no end of a telephone number in its international form.
const CANDIDATES =
  /(?<!\d)(?<!(?:\+\d{1,3}|\b00\d{1,3}|\(0\))[\s-]?)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)/g

// As a token of a search, or in a conditional reference.
const TOKENS = /nhs-number\|\s*([\d\s-]{10,})/gi

/** Whether a text holds an NHS number that may be somebody's. */
export const holdsRealNumber = (text: string): boolean => {
  const named = [...text.matchAll(TOKENS)].map(([, number = '']) => digitsOf(number))
  const likely = (text.replace(UUIDS, '').match(CANDIDATES) ?? []).map(digitsOf)
  return (
    named.some((number) => !NOBODY.has(number)) ||
    likely.some(
      (number) => hasValidCheckDigit(number) && !NOBODY.has(number) && !isServiceId(number),
    )
  )
}
