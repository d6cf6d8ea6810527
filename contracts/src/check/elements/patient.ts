import { isObject, list, text } from '../../../../src/fhir/json.ts'
import { isThere } from '../places.ts'
import type { ResourceElement } from './resource-element.ts'
import { NOT_CANCELS } from './workflows.ts'

const CONTACT_RANK = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ContactRank'

/** The ranks that a contact's extensions give it. */
const ranksOf = (extensions: unknown): readonly number[] =>
  list({ extensions }, 'extensions')
    .filter((each) => text(each, 'url') === CONTACT_RANK)
    .flatMap((each) =>
      isObject(each) && typeof each['valuePositiveInt'] === 'number'
        ? [each['valuePositiveInt']]
        : [],
    )

/** The rank of a contact. */
export const rankOf = (contact: unknown): number | undefined =>
  isObject(contact) ? ranksOf(contact['extension'])[0] : undefined

const isPhone = (telecom: unknown): boolean => text(telecom, 'system') === 'phone'

const isOfficial = (name: unknown): boolean =>
  text(name, 'use') === 'official' &&
  text(name, 'family') !== undefined &&
  list({ given: isObject(name) ? name['given'] : undefined }, 'given').some(
    (each) => typeof each === 'string' && each.trim() !== '',
  )

/** What a Patient must have. */
export const PATIENT: readonly ResourceElement[] = [
  {
    path: 'name',
    expected: "one name of use 'official', with a family and a given name",
    is: (names) => Array.isArray(names) && names.filter(isOfficial).length === 1,
  },
  {
    path: 'contact',
    expected: 'how to reach the patient',
    is: isThere,
    on: NOT_CANCELS,
    notIn: ['a8'],
  },
  {
    path: 'contact?[].extension',
    expected: `an extension ${CONTACT_RANK} with a valuePositiveInt`,
    is: (extensions) => ranksOf(extensions).some((rank) => Number.isInteger(rank) && rank > 0),
  },
  { path: 'contact?[].relationship[].coding[].system', expected: 'the system of the coding' },
  { path: 'contact?[].relationship[].coding[].code', expected: 'the code of the coding' },
  { path: 'contact?[].relationship[].coding[].display', expected: 'the display of the coding' },
  {
    path: 'contact?[].telecom',
    expected: "a telecom of system 'phone'",
    is: (telecoms) => Array.isArray(telecoms) && telecoms.some(isPhone),
  },
  { path: 'contact?[].telecom[].system', expected: 'what kind of number or address it is' },
  { path: 'contact?[].telecom[].value', expected: 'the number or address' },
]
