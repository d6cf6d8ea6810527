import { SYSTEMS } from '../../bars/code-systems.ts'
import { identifierValues } from '../../fhir/coding.ts'
import { list, member, text as textAt } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import { CANCELS, NOT_CANCELS } from '../due.ts'
import {
  coding,
  codings,
  type ElementRow,
  either,
  from,
  identifier,
  text,
  there,
  when,
} from './rows.ts'

const CONTACT_RANK = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ContactRank'

/** The ranks that a contact's extensions give it. */
const ranksOf = (extensions: unknown): readonly number[] =>
  list({ extensions }, 'extensions')
    .filter((each) => textAt(each, 'url') === CONTACT_RANK)
    .map((each) => member(each, 'valuePositiveInt'))
    .filter((rank) => typeof rank === 'number')

/** The rank of a contact. */
export const rankOf = (contact: unknown): number | undefined =>
  ranksOf(member(contact, 'extension'))[0]

const isPhone = (telecom: unknown): boolean => textAt(telecom, 'system') === 'phone'

/** Rows of the Patient. */
export const PATIENT: readonly ElementRow[] = from(
  CLAUSES.patient,
  // Application 8 needs no contact; a cancel is not refused for the want of one.
  ...when(
    { notIn: [8], warnsOn: CANCELS },
    there('contact', 'how to reach the patient'),
    {
      path: 'contact?[].extension',
      expected: `an extension ${CONTACT_RANK} with a valuePositiveInt`,
      is: (extensions) => ranksOf(extensions).some((rank) => Number.isInteger(rank) && rank > 0),
      tag: 'RS/BS-PAT-CON',
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
  ...when(
    { on: NOT_CANCELS, onlyIn: [5] },
    there('contact?[].telecom[].rank', 'which to try first'),
  ),
  ...either(
    [
      { on: NOT_CANCELS, onlyIn: [3, 4, 5, 6] },
      { on: CANCELS, isWarning: true },
    ],
    ...codings('communication?[].language'),
  ),
  ...when(
    { onlyIn: [8], warnsOn: CANCELS },
    ...identifier('identifier?[]'),
    {
      path: 'identifier',
      expected: `one of system ${SYSTEMS.nhsNumber}`,
      is: (identifiers) =>
        identifierValues({ identifiers }, 'identifiers', SYSTEMS.nhsNumber).length > 0,
    },
    text('address[].use', 'what the address is for'),
    text('address[].type', 'what kind of address it is'),
    text('address[].text', 'the address in one line'),
    there('address[].line[]', 'the lines of the address'),
    text('address[].postalCode', 'the postcode'),
  ),
)
