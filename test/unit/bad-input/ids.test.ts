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
  { what: 'a number', path: '1', id: '1' },
  { what: 'a FHIR id that is no UUID', path: 'booking-1', id: 'booking-1' },
  {
    what: 'a UUID without hyphens',
    path: NOBODY.replaceAll('-', ''),
    id: NOBODY.replaceAll('-', ''),
  },
  { what: 'a UUID as a URN', path: `urn:uuid:${NOBODY}`, id: `urn:uuid:${NOBODY}` },
  { what: 'a UUID with a version after a semicolon', path: `${NOBODY};v=1`, id: `${NOBODY};v=1` },
  { what: 'an escaped space', path: '%20', id: ' ' },
  { what: 'markup', path: '%3Cscript%3E', id: '<script>' },
  { what: 'an escape that does not decode', path: '%ZZ', id: '%ZZ' },
  { what: 'an escape that is not UTF-8', path: '%FF', id: '%FF' },
  { what: 'a lone percent sign', path: '%', id: '%' },
  { what: 'very long', path: 'x'.repeat(5000), id: `${'x'.repeat(60)}…` },
] as const

const rowsOf = ({ type, happy, id }: (typeof TYPES)[number]): readonly BadInput[] => [
  ...WRONG.map((row) => ({
    title: `the id of the ${type} is ${row.what}`,
    request: requestOf(happy, { path: `/${type}/${row.path}` }),
    ...MALFORMED,
    diagnostics: `the id of the ${type}: received '${row.id}'; expected a UUID.`,
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
