import { SYSTEMS } from '../../../src/bars/code-systems.ts'
import { readHeaderJson } from '../../../src/bars/header-json.ts'
import { digitsOf, hasValidCheckDigit } from '../../../src/bars/nhs-number.ts'
import { sameSystem } from '../../../src/fhir/coding.ts'
import { asJson, isObject, type Json, list, text } from '../../../src/fhir/json.ts'
import type { ShownRequest } from '../pact/request.ts'
import { holdsRealNumber, NOBODY } from './nhs-numbers.ts'

/**
 * Where a request holds an NHS number that may be somebody's: any of the NHS number's system, any
 * that could be one among a Patient's identifiers, and in any text ten digits that pass Modulus 11.
 */
export const realNumbersIn = ({ path, headers, json = null }: ShownRequest): readonly string[] => {
  const found = [
    ...(holdsRealNumber(decoded(path)) ? ['the path'] : []),
    ...Object.entries(headers).flatMap(([name, value]) => inHeader(name, value)),
    ...inJson(json, 'Bundle'),
  ]
  return found.filter((each) => !found.some((around) => each.startsWith(`${around}.`)))
}

const decoded = (path: string): string => {
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
