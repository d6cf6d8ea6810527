import { it } from 'vitest'
import { answerOf, type BadInput, refused, sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const MALFORMED = { status: 400, code: 'REC_BAD_REQUEST', issue: 'value' } as const
const UNKNOWN = { status: 404, code: 'REC_NOT_FOUND', issue: 'not-found' } as const

const TYPES = [
  { type: 'Appointment', happy: 'booking-get', id: 'ce1c4ced-2a84-4198-9982-9caf894d0bb7' },
  { type: 'ServiceRequest', happy: 'referral-get', id: '79120f41-a431-4f08-bcc5-1e67006fcae0' },
] as const

const NOBODY = '5f0e1f60-5d0b-4c8e-8a52-0d6f3b9f2a11'

const WRONG = [
  { what: 'a number', path: '1', told: '1 character that is no UUID' },
  { what: 'a FHIR id that is no UUID', path: 'booking-1', told: '9 characters that are no UUID' },
  {
    what: 'a UUID without hyphens',
    path: NOBODY.replaceAll('-', ''),
    told: 'a UUID without its hyphens',
  },
  { what: 'a UUID as a URN', path: `urn:uuid:${NOBODY}`, told: 'a UUID among 45 characters' },
  {
    what: 'a UUID with a version after a semicolon',
    path: `${NOBODY};v=1`,
    told: 'a UUID among 40 characters',
  },
  { what: 'an escaped space', path: '%20', told: '1 character that is no UUID' },
  { what: 'markup', path: '%3Cscript%3E', told: '8 characters that are no UUID' },
  { what: 'an escape that does not decode', path: '%ZZ', told: '3 characters that are no UUID' },
  { what: 'an escape that is not UTF-8', path: '%FF', told: '3 characters that are no UUID' },
  { what: 'a lone percent sign', path: '%', told: '1 character that is no UUID' },
  { what: 'very long', path: 'x'.repeat(5000), told: '5000 characters that are no UUID' },
  { what: 'an NHS number', path: '9434765919', told: '10 characters that are no UUID' },
  {
    what: 'an NHS number that fails its check digit',
    path: '3478526985',
    told: '10 characters that are no UUID',
  },
  {
    what: 'an NHS number after a word',
    path: 'NHS9434765919',
    told: '13 characters that are no UUID',
  },
  { what: 'a name', path: 'Jane%20Smith', told: '10 characters that are no UUID' },
  {
    what: 'long and has a character of four bytes at the end',
    path: `${'a'.repeat(59)}%F0%9F%98%80`,
    told: '60 characters that are no UUID',
  },
] as const

const rowsOf = ({ type, happy, id }: (typeof TYPES)[number]): readonly BadInput[] => [
  ...WRONG.map((row) => ({
    title: `the id of the ${type} is ${row.what}`,
    request: requestOf(happy, { path: `/${type}/${row.path}` }),
    ...MALFORMED,
    diagnostics: `the id of the ${type}: received ${row.told}; expected a UUID.`,
  })),
  ...TYPES.filter((other) => other.id !== id).map((other) => ({
    title: `the id of the ${type} is what another type has, ${other.type}`,
    request: requestOf(happy, { path: `/${type}/${other.id}` }),
    ...UNKNOWN,
  })),
  {
    title: `nobody holds the ${type}`,
    request: requestOf(happy, { path: `/${type}/${NOBODY}` }),
    ...UNKNOWN,
    diagnostics: `the id of the ${type}: received '${NOBODY}'; expected one that the Receiver holds.`,
  },
]

for (const row of TYPES.flatMap(rowsOf)) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

for (const { type, happy, id } of TYPES) {
  it(`accepts the id of the ${type} in upper case, as .NET writes it`, async ({ expect }) => {
    const request = requestOf(happy, { path: `/${type}/${id.toUpperCase()}` })

    const response = await createSandbox().request(sent({ request }))

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe(happy)
  })
}
