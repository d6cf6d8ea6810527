import { isObject, list } from '../../../../src/fhir/json.ts'
import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import { E_RS, isIn } from '../elements/applications.ts'
import { rankOf } from '../elements/patient.ts'
import { isOf, type PlacedEntry } from '../placed-entry.ts'
import type { Finding, Rule } from '../rule.ts'

/** A rule for each Patient of a message. */
const ofPatients = (
  find: (patient: PlacedEntry, message: CheckedMessage) => readonly Finding[],
): Rule => ({
  source: CLAUSES.patient,
  find: ({ message }) =>
    message ? patientsOf(message).flatMap((patient) => find(patient, message)) : [],
})

export const patientsOf = (message: CheckedMessage | undefined): readonly PlacedEntry[] =>
  (message?.entries ?? []).filter(isOf('Patient'))

// Application 8 asks for no contact, and a contact of its own need not be ranked.
const isRanked = ({ useCases }: CheckedMessage): boolean => !isIn(E_RS, useCases)

/** Rules for the Patient, besides the elements it must have. */
export const PATIENT_RULES: readonly Rule[] = [
  ofPatients(({ where, entry }, message) =>
    isRanked(message) ? firstRanks(where, list(entry.resource, 'contact')) : [],
  ),
  ofPatients(({ where, entry }) =>
    isObject(entry.resource) && entry.resource['telecom'] !== undefined
      ? [
          {
            where: `${where}.telecom`,
            expected: 'absent: how to reach the patient goes in contact',
            received: 'present',
          },
        ]
      : [],
  ),
]

const firstRanks = (where: string, contacts: readonly unknown[]): readonly Finding[] => {
  const ranks = contacts.map(rankOf)
  const firsts = ranks.filter((rank) => rank === 1).length
  return firsts === 1 || ranks.every((rank) => rank === undefined)
    ? []
    : [
        {
          where: `${where}.contact`,
          expected: 'exactly one contact of rank 1',
          received: String(firsts),
        },
      ]
}
