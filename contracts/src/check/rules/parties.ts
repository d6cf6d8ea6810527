import { SYSTEMS } from '../../../../src/bars/code-systems.ts'
import { identifierValues } from '../../../../src/fhir/coding.ts'
import { list } from '../../../../src/fhir/json.ts'
import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import { isIn, PHARMACY } from '../elements/applications.ts'
import { isOf, type PlacedEntry } from '../placed-entry.ts'
import { placesAt } from '../places.ts'
import type { Finding, Rule } from '../rule.ts'

/** Rules for the Organizations that send and receive. */
export const PARTY_RULES: readonly Rule[] = [
  {
    source: CLAUSES.payload,
    find: ({ message }) => (message && !isPharmacy(message) ? noOdsCodes(message) : []),
  },
  {
    source: CLAUSES.payload,
    isWarning: true,
    find: ({ message }) => (message && isPharmacy(message) ? noOdsCodes(message) : []),
  },
]

// Application 5 has the identifier as SHOULD.
const isPharmacy = ({ useCases }: CheckedMessage): boolean => isIn(PHARMACY, useCases)

const noOdsCodes = (message: CheckedMessage): readonly Finding[] =>
  partiesOf(message).flatMap(noOdsCode)

const PATHS = ['sender?.reference', 'destination?[].receiver?.reference'] as const

const partiesOf = ({ header, led }: CheckedMessage): readonly PlacedEntry[] => {
  const parties = PATHS.flatMap((path) => placesAt(header?.entry.resource, path, ''))
    .map(({ value }) => led(value))
    .filter((party) => party !== undefined)
  return [...new Set(parties)].filter(isOf('Organization'))
}

const noOdsCode = ({ where, entry: { resource } }: PlacedEntry): readonly Finding[] =>
  identifierValues(resource, 'identifier', SYSTEMS.odsCode).length > 0
    ? []
    : [
        {
          where: `${where}.identifier`,
          expected: `an identifier of system ${SYSTEMS.odsCode}`,
          received: list(resource, 'identifier').length === 0 ? 'absent' : 'other identifiers',
        },
      ]
