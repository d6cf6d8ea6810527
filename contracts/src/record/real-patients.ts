import { SYSTEMS } from '../../../src/bars/code-systems.ts'
import { readHeaderJson } from '../../../src/bars/headers.ts'
import { digitsOf, hasValidCheckDigit } from '../../../src/bars/ids.ts'
import { PLACES } from '../../../src/bars/occasions.ts'
import { isServiceId } from '../../../src/bars/services.ts'
import { plantings } from '../../../src/examples/request.ts'
import { sameSystem } from '../../../src/fhir/coding.ts'
import { asJson, isObject, type Json, list, text } from '../../../src/fhir/json.ts'
import { CATALOGUE } from '../../../src/receiver/catalogue.ts'
import { UUIDS } from '../pact/patterns.ts'
import type { ShownRequest } from '../pact/request.ts'

/** The NHS numbers of the sandbox's patients, who are nobody. */
const NOBODY: ReadonlySet<string> = new Set(
  CATALOGUE.filter(({ sentinel }) => PLACES[sentinel.in].holds === 'nhs-number')
    .flatMap(plantings)
    .filter((number) => number !== undefined),
)

/**
 * Where a request holds an NHS number that may be somebody's: any of the NHS number's system, any
 * that could be one among a Patient's identifiers, and in any text ten digits that pass Modulus 11.
 */
export const realNumbersIn = ({ path, headers, json = null }: ShownRequest): readonly string[] => {
  const found = [
    ...(holdsRealNumber(unescaped(path)) ? ['the path'] : []),
    ...Object.entries(headers).flatMap(([name, value]) => inHeader(name, value)),
    ...inJson(json, 'Bundle'),
  ]
  return found.filter((each) => !found.some((around) => each.startsWith(`${around}.`)))
}

const unescaped = (path: string): string => {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '))
  } catch {
    return path
  }
}

const inHeader = (name: string, value: string): readonly string[] => {
  const read = readHeaderJson(value)
  return inJson('json' in read ? asJson(read.json) : value, `header ${name}`)
}

const inJson = (value: Json, path: string): readonly string[] => {
  if (typeof value === 'string') return holdsRealNumber(value) ? [path] : []
  if (typeof value === 'number') return holdsRealNumber(String(value)) ? [path] : []
  if (Array.isArray(value)) return value.flatMap((item, place) => inJson(item, `${path}[${place}]`))
  return isObject(value) ? inRecord(value, path) : []
}

const inRecord = (value: Readonly<Record<string, Json>>, path: string): readonly string[] => [
  ...(isRealIdentifier(value) ? [path] : []),
  ...realIdentifiersOf(value, path),
  ...Object.entries(value).flatMap(([key, member]) => {
    // What cannot be shown is told of by where it is.
    if (holdsRealNumber(key)) return [path]
    return key === 'code' && isSnomed(value) ? [] : inJson(member, `${path}.${key}`)
  }),
]

// Some concepts have ids of ten digits.
const isSnomed = ({ system }: Readonly<Record<string, Json>>): boolean =>
  system === 'http://snomed.info/sct'

const isRealIdentifier = ({ system, value }: Readonly<Record<string, Json>>): boolean =>
  typeof system === 'string' &&
  sameSystem(system.trim(), SYSTEMS.nhsNumber) &&
  value !== undefined &&
  !NOBODY.has(digitsOf(String(value)))

const realIdentifiersOf = (
  resource: Readonly<Record<string, Json>>,
  path: string,
): readonly string[] =>
  resource['resourceType'] !== 'Patient'
    ? []
    : list(resource, 'identifier').flatMap((identifier, place) => {
        const number = digitsOf(text(identifier, 'value') ?? '')
        return hasValidCheckDigit(number) && !NOBODY.has(number)
          ? [`${path}.identifier[${place}]`]
          : []
      })

// Ten digits as people group them, and no end of a telephone number in its international form.
const CANDIDATES =
  /(?<!\d)(?<!(?:\+\d{1,3}|\b00\d{1,3}|\(0\))[\s-]?)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)/g

// As a token of a search, or in a conditional reference.
const TOKENS = /nhs-number\|\s*([\d\s-]{10,})/gi

/** Whether a text holds an NHS number that may be somebody's. */
const holdsRealNumber = (text: string): boolean => {
  const named = [...text.matchAll(TOKENS)].map(([, number = '']) => digitsOf(number))
  const likely = (text.replace(UUIDS, '').match(CANDIDATES) ?? []).map(digitsOf)
  return (
    named.some((number) => !NOBODY.has(number)) ||
    likely.some(
      (number) => hasValidCheckDigit(number) && !NOBODY.has(number) && !isServiceId(number),
    )
  )
}
