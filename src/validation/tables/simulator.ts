import { member, text } from '../../fhir/json.ts'
import type { ElementTable } from './rows.ts'

const isOfficial = (name: unknown): boolean =>
  text(name, 'use') === 'official' &&
  text(name, 'family') !== undefined &&
  givenIn(name).some((each) => typeof each === 'string' && each.trim() !== '')

function givenIn(name: unknown): readonly unknown[] {
  const given = member(name, 'given')
  return Array.isArray(given) ? given : []
}

/** What only the real simulator asks for, where the payload tables have SHOULD. */
export const SIMULATOR: ElementTable = {
  Patient: [
    {
      path: 'name',
      expected: "one name of use 'official', with a family and a given name",
      is: (names) => Array.isArray(names) && names.filter(isOfficial).length === 1,
      tag: 'RS-PATIENT-RESO-NAME',
    },
  ],
}
