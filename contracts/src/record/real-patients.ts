import { SYSTEMS } from '../../../src/bars/code-systems.ts'
import { digitsOf, hasValidCheckDigit } from '../../../src/bars/nhs-number.ts'
import { plantings } from '../../../src/examples/request.ts'
import { sameSystem } from '../../../src/fhir/coding.ts'
import { list, text } from '../../../src/fhir/json.ts'
import { CATALOGUE } from '../../../src/receiver/catalogue.ts'
import { isList, isRecord, type Json, type JsonRecord } from '../pact/json.ts'

/** The NHS numbers of the sandbox's patients, who are nobody. */
const NOBODY: ReadonlySet<string> = new Set(
  CATALOGUE.filter(({ sentinel }) => sentinel.in === 'Patient.identifier')
    .flatMap(plantings)
    .filter((number) => number !== undefined),
)

// As a token of a search, or in a conditional reference.
const TOKEN = /nhs-number(?:\||%7C)\s*([\d\s-]{10,})/gi

/**
 * Where a text or JSON holds an NHS number that may be somebody's: any of the NHS number's system,
 * and any that could be one among a Patient's identifiers.
 */
export const realNumbersIn = (value: Json, path: string): readonly string[] => {
  if (typeof value === 'string') return hasRealToken(value) ? [path] : []
  if (isList(value)) return value.flatMap((item, place) => realNumbersIn(item, `${path}[${place}]`))
  if (!isRecord(value)) return []
  return [
    ...(isRealIdentifier(value) ? [path] : []),
    ...realIdentifiersOf(value, path),
    ...Object.entries(value).flatMap(([key, member]) => realNumbersIn(member, `${path}.${key}`)),
  ]
}

const hasRealToken = (value: string): boolean =>
  [...value.matchAll(TOKEN)].some(([, number = '']) => !NOBODY.has(digitsOf(number)))

const isRealIdentifier = ({ system, value }: JsonRecord): boolean =>
  typeof system === 'string' &&
  sameSystem(system.trim(), SYSTEMS.nhsNumber) &&
  value !== undefined &&
  !NOBODY.has(digitsOf(String(value)))

const realIdentifiersOf = (resource: JsonRecord, path: string): readonly string[] =>
  resource['resourceType'] !== 'Patient'
    ? []
    : list(resource, 'identifier').flatMap((identifier, place) => {
        const number = digitsOf(text(identifier, 'value') ?? '')
        return hasValidCheckDigit(number) && !NOBODY.has(number)
          ? [`${path}.identifier[${place}]`]
          : []
      })
