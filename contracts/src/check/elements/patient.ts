import { isObject, list, text as textAt } from '../../../../src/fhir/json.ts'
import { AMBULANCE, E_RS, PHARMACY } from './applications.ts'
import type { Limits, ResourceElement } from './resource-element.ts'
import { coding, codings, identifier, text, there, when } from './rows.ts'
import { CANCELS } from './workflows.ts'

const CONTACT_RANK = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ContactRank'

/** The ranks that a contact's extensions give it. */
const ranksOf = (extensions: unknown): readonly number[] =>
  list({ extensions }, 'extensions')
    .filter((each) => textAt(each, 'url') === CONTACT_RANK)
    .flatMap((each) =>
      isObject(each) && typeof each['valuePositiveInt'] === 'number'
        ? [each['valuePositiveInt']]
        : [],
    )

/** The rank of a contact. */
export const rankOf = (contact: unknown): number | undefined =>
  isObject(contact) ? ranksOf(contact['extension'])[0] : undefined

const isPhone = (telecom: unknown): boolean => textAt(telecom, 'system') === 'phone'

const isOfficial = (name: unknown): boolean =>
  textAt(name, 'use') === 'official' &&
  textAt(name, 'family') !== undefined &&
  list({ given: isObject(name) ? name['given'] : undefined }, 'given').some(
    (each) => typeof each === 'string' && each.trim() !== '',
  )

/** What the national simulator asks for, where the payload tables have SHOULD. */
export const OFFICIAL_NAME: readonly ResourceElement[] = [
  {
    path: 'name',
    expected: "one name of use 'official', with a family and a given name",
    is: (names) => Array.isArray(names) && names.filter(isOfficial).length === 1,
    isWarning: true,
  },
]

/** Application 8 needs no contact; a cancel is not refused for the want of one. */
const CONTACT: Limits = { notIn: E_RS, warnsOn: CANCELS }

/** What a Patient must have. */
export const PATIENT: readonly ResourceElement[] = [
  ...when(
    CONTACT,
    there('contact', 'how to reach the patient'),
    {
      path: 'contact?[].extension',
      expected: `an extension ${CONTACT_RANK} with a valuePositiveInt`,
      is: (extensions) => ranksOf(extensions).some((rank) => Number.isInteger(rank) && rank > 0),
    },
    ...coding('contact?[].relationship[]'),
    {
      path: 'contact?[].telecom',
      expected: "a telecom of system 'phone'",
      is: (telecoms) => Array.isArray(telecoms) && telecoms.some(isPhone),
    },
    text('contact?[].telecom[].system', 'what kind of number or address it is'),
    text('contact?[].telecom[].value', 'the number or address'),
  ),
  ...when({ onlyIn: PHARMACY }, there('contact?[].telecom[].rank', 'which to try first')),
  ...when(
    { onlyIn: [...AMBULANCE, ...PHARMACY], warnsOn: CANCELS },
    ...codings('communication?[].language'),
  ),
  ...when(
    { onlyIn: E_RS },
    ...identifier('identifier[]'),
    text('address[].use', 'what the address is for'),
    text('address[].type', 'what kind of address it is'),
    text('address[].text', 'the address in one line'),
    there('address[].line[]', 'the lines of the address'),
    text('address[].postalCode', 'the postcode'),
  ),
]
