import type { ServiceId } from './services.ts'

/** How a service is found in the UserTest Directory of Services. */
export interface Listing {
  readonly id: ServiceId
  readonly name: string
  readonly postcode: string
  readonly pathway: string
  /** What the pathway's questions are answered, one after the other, for the service to be found. */
  readonly answers: readonly ('Yes' | 'No')[]
  readonly comment?: string
}

const test = (id: ServiceId, number: number | undefined, comment?: string): Listing => ({
  id,
  name: `TESTING ONLY BaRS Test Service (TKW${number === undefined ? '' : ` ${number}`})`,
  postcode: 'LS1 4AP',
  pathway: 'NoseBleed without Injury',
  answers: ['No', 'Yes', 'No', 'Yes'],
  ...(comment && { comment }),
})

/** The services that the UserTest Directory lists. NHS England, "UserTest DoS Services". */
const LISTINGS: readonly Listing[] = [
  test('2000072489', undefined, 'A catch-all service supporting multiple workflows'),
  test('2000073917', 2),
  test('1503499715', 3),
  test('2000081230', 4),
  test('2000093816', 5, 'Digital Referral Roles Only'),
  test('1374839566', 6),
  test('2000011147', 7),
  test('2000076289', 8),
  test('2000003366', 9),
  test('2000071898', 10),
]

/** What services are looked for by; nothing, where it is empty. */
export type DirectorySearch = Readonly<Record<'name' | 'postcode' | 'pathway', string>>

/** The services whose name, postcode and pathway have what is looked for. */
export const searchDirectory = (search: DirectorySearch): readonly Listing[] =>
  LISTINGS.filter(
    ({ name, postcode, pathway }) =>
      has(name, search.name) &&
      has(postcode.replaceAll(' ', ''), search.postcode.replaceAll(' ', '')) &&
      has(pathway, search.pathway),
  )

const has = (text: string, sought: string): boolean =>
  text.toLowerCase().includes(sought.trim().toLowerCase())
