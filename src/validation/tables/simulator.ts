import type { Resource } from '../../fhir/bundle.ts'
import { sameSystem } from '../../fhir/coding.ts'
import { list, member, text } from '../../fhir/json.ts'
import { REQUESTS } from '../due.ts'
import type { SentMessage } from '../message.ts'
import { LOCATION_EXTENSION } from './clinical.ts'
import { type ElementRow, type ElementTable, ofThose, when } from './rows.ts'

const BOOKING = 'BS-PATIENT-RESO-*'

const isFilled = (given: unknown): boolean => typeof given === 'string' && given.trim() !== ''

const isOfficial = (name: unknown): boolean => {
  const given = member(name, 'given')
  return (
    text(name, 'use') === 'official' &&
    text(name, 'family') !== undefined &&
    Array.isArray(given) &&
    given.some(isFilled)
  )
}

const isHome = (address: unknown): boolean => text(address, 'use') === 'home'

const hasPlainPostcode = (address: unknown): boolean =>
  /^[ 0-9A-Za-z]+$/.test(text(address, 'postalCode') ?? '')

/** The first telephone number of the contacts, where there is one. */
const firstPhoneIn = (contacts: unknown): unknown =>
  list({ contacts }, 'contacts')
    .flatMap((contact) => list(contact, 'telecom'))
    .find((telecom) => text(telecom, 'system') === 'phone')

/** What a Location's extension says under a name. */
const partsOf = (extensions: unknown, name: string): readonly string[] =>
  list({ extensions }, 'extensions')
    .filter((each) => text(each, 'url') === LOCATION_EXTENSION)
    .flatMap((each) => list(each, 'extension'))
    .filter((part) => text(part, 'url') === name)
    .flatMap((part) => text(part, 'valueString') ?? [])

const part = (name: string, expected: string, form: RegExp, tag: string): ElementRow => ({
  path: 'extension?',
  name: `extension.${name}`,
  expected: `${name}: ${expected}`,
  is: (extensions) => partsOf(extensions, name).every((value) => form.test(value)),
  tag,
})

const COORDINATE = /^[-+]?\d+(?:\.\d+)?$/

const ofSnomed = (path: string): ElementRow => ({
  path,
  expected: 'a coding of http://snomed.info/sct',
  is: (concepts) =>
    list({ concepts }, 'concepts')
      .flatMap((concept) => list(concept, 'coding'))
      .some((coding) => sameSystem(text(coding, 'system'), 'http://snomed.info/sct')),
})

/** The questionnaires of Application 6, and how the reason of a response names them. */
const QUESTIONNAIRES: Readonly<Record<string, readonly string[]>> = {
  'https://fhir.nhs.uk/Questionnaire/PTS': ['Pre Triage Sieve', 'PTS'],
  'https://fhir.nhs.uk/Questionnaire/NOC': ['Nature of Call', 'NOC'],
}

const reasonsIn = (extensions: unknown): readonly string[] =>
  list({ extensions }, 'extensions').flatMap(
    (each) => text(member(each, 'valueCodeableConcept'), 'text') ?? [],
  )

const isOutOfArea = (_resource: Resource, { useCases }: SentMessage): boolean =>
  useCases.includes('a6t1')

/** What only the real simulator asks of elements, by the groups of its reports. */
export const SIMULATOR: ElementTable = {
  Condition: when(
    { on: ['referral-new'], onlyIn: [5] },
    { ...ofSnomed('category'), name: 'category.coding.system' },
  ),

  Location: when(
    { on: ['validation-new', 'validation-update', 'validation-cancel'] },
    part('UPRN', '1 to 12 digits', /^\d{1,12}$/, 'RS-INFO-LOC-UPRN'),
    part('eastings', 'a number', COORDINATE, 'RS-INFO-LOC-EN'),
    part('northings', 'a number', COORDINATE, 'RS-INFO-LOC-EN'),
  ),

  Patient: [
    ...when(
      { on: [...REQUESTS, 'referral-cancel', 'validation-cancel', 'booking-new'] },
      {
        path: 'name',
        expected: "one name of use 'official', with a family and a given name",
        is: (names) => Array.isArray(names) && names.filter(isOfficial).length === 1,
        tag: 'RS-PATIENT-RESO-NAME',
      },
    ),
    ...when(
      { on: ['booking-new'] },
      { path: 'birthDate', expected: 'the date of birth', tag: BOOKING },
      {
        path: 'address',
        expected: "one address of use 'home', with a postcode of letters and digits",
        is: (addresses) => {
          const homes = list({ addresses }, 'addresses').filter(isHome)
          return homes.length === 1 && homes.every(hasPlainPostcode)
        },
        tag: BOOKING,
      },
      {
        path: 'contact?',
        name: 'contact.telecom.value',
        expected: 'a first telephone number of digits and spaces alone',
        is: (contacts) => {
          const phone = firstPhoneIn(contacts)
          return phone === undefined || /^[ 0-9]+$/.test(text(phone, 'value') ?? '')
        },
        tag: BOOKING,
      },
    ),
  ],

  QuestionnaireResponse: when(
    { on: REQUESTS, onlyIn: [6] },
    ...ofThose(
      isOutOfArea,
      {
        path: 'questionnaire',
        expected: Object.keys(QUESTIONNAIRES).join(' or '),
        is: (url) => typeof url === 'string' && Object.hasOwn(QUESTIONNAIRES, url),
      },
      { path: 'status', expected: 'completed', is: (status) => status === 'completed' },
    ),
    ...Object.entries(QUESTIONNAIRES).flatMap(([url, names]) =>
      ofThose(
        (response, message) =>
          isOutOfArea(response, message) && text(response, 'questionnaire') === url,
        {
          path: 'extension',
          name: `extension.${names.at(-1)}`,
          expected: `a reason whose text says ${names.join(' or ')}`,
          is: (extensions) =>
            reasonsIn(extensions).some((reason) => names.some((name) => reason.includes(name))),
        },
      ),
    ),
  ),

  Task: when(
    { on: ['referral-new'], onlyIn: [5] },
    { ...ofSnomed('code'), name: 'code.coding.system' },
  ),
}
