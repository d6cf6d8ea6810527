import { it } from 'vitest'
import { answerOf, type BadInput, refused, sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const HEADERS = ['X-Request-Id', 'X-Correlation-Id'] as const

const MISSING = { status: 400, code: 'SEND_BAD_REQUEST', issue: 'required' } as const
const MALFORMED = { status: 400, code: 'SEND_BAD_REQUEST', issue: 'value' } as const

const UUID = '0ba25003-0000-4000-8000-000000000001'

const WRONG = [
  { what: 'a word', value: 'first', told: '5 characters that are no UUID' },
  { what: 'a digit', value: '1', told: '1 character that is no UUID' },
  { what: 'an NHS number', value: '9434765919', told: '10 characters that are no UUID' },
  { what: 'far too long', value: 'x'.repeat(8000), told: '8000 characters that are no UUID' },
  {
    what: 'a UUID without hyphens',
    value: UUID.replaceAll('-', ''),
    told: 'a UUID without its hyphens',
  },
  { what: 'a UUID in braces', value: `{${UUID}}`, told: 'a UUID among 38 characters' },
  { what: 'a UUID as a URN', value: `urn:uuid:${UUID}`, told: 'a UUID among 45 characters' },
  { what: 'a UUID with a letter too many', value: `${UUID}a`, told: 'a UUID among 37 characters' },
  {
    what: 'a UUID with a letter that is no hexadecimal digit',
    value: UUID.replace('b', 'g'),
    told: '36 characters that are no UUID',
  },
  { what: 'two UUIDs', value: `${UUID}, ${UUID}`, told: 'two values, or two headers of that name' },
] as const

const rowsOf = (name: (typeof HEADERS)[number]): readonly BadInput[] => [
  ...['missing', 'empty'].map((what) => ({
    title: `${name} is ${what}`,
    request: requestOf('slot-free', { headers: { [name]: what === 'empty' ? '' : undefined } }),
    ...MISSING,
    diagnostics: `header ${name}: received nothing; expected a UUID.`,
  })),
  ...WRONG.map(({ what, value, told }) => ({
    title: `${name} is ${what}`,
    request: requestOf('booking-accepted', { headers: { [name]: value } }),
    ...MALFORMED,
    diagnostics: `header ${name}: received ${told}; expected a UUID.`,
  })),
]

for (const row of HEADERS.flatMap(rowsOf)) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

it('accepts message ids in upper case, as .NET writes them', async ({ expect }) => {
  const headers = { 'X-Request-Id': UUID.toUpperCase(), 'X-Correlation-Id': UUID.toUpperCase() }

  const response = await createSandbox().request(
    sent({ request: requestOf('slot-free', { headers }) }),
  )

  expect(response.status).toBe(200)
  expect(response.headers.get('X-Request-Id')).toBe(UUID.toUpperCase())
})

it('does not mirror a message id that no header can carry back', async ({ expect }) => {
  const request = requestOf('slot-free', { headers: { 'X-Request-Id': 'caf\u00e9' } })

  const response = await createSandbox().request(sent({ request }))

  expect(response.status).toBe(400)
  expect(response.headers.get('X-Request-Id')).toBeNull()
})
