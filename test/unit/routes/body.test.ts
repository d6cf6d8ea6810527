import { it } from 'vitest'
import {
  answerOf,
  type BadInput,
  type GoodInput,
  mended,
  refused,
  sent,
} from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const STRUCTURE = { status: 400, code: 'REC_BAD_REQUEST', issue: 'structure' } as const

const says = (where: string, received: string, mend?: string): string =>
  `${where}: received ${received}; expected a message Bundle in JSON${mended(mend)}`

const NOT_JSON = says('the body', 'text that is not JSON')
const NOTHING = says('the body', 'nothing')
const NOT_UTF8 = says('the body', 'bytes that are not UTF-8')

const message = (body?: string) => requestOf('booking-accepted', { body })
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))

const MESSAGE = JSON.stringify(requestOf('booking-accepted').body)

// biome-ignore format: a table reads by column
const ROWS: readonly BadInput[] = [
  { title: 'there is no body', request: message(), ...STRUCTURE, diagnostics: NOTHING },
  { title: 'the body is empty', request: message(), bytes: bytes(), ...STRUCTURE, diagnostics: NOTHING },
  { title: 'the body is blank', request: message(' \n\t'), ...STRUCTURE, diagnostics: NOTHING },
  { title: 'the body is a byte order mark alone', request: message(), bytes: bytes('\ufeff'), ...STRUCTURE, diagnostics: NOTHING },
  { title: 'the body is XML', request: message('<Bundle xmlns="http://hl7.org/fhir"/>'), ...STRUCTURE, diagnostics: says('the body', 'XML, or HTML', 'XML is not spoken here') },
  { title: 'the body is a form', request: message('resourceType=Bundle&type=message'), ...STRUCTURE, diagnostics: says('the body', 'a form', 'send the JSON alone as the body') },
  { title: 'the body is cut short', request: message(MESSAGE.slice(0, -1)), ...STRUCTURE },
  { title: 'the body goes on after its end', request: message(`${MESSAGE}}`), ...STRUCTURE, diagnostics: says(`the body at character ${MESSAGE.length}`, 'text that is not JSON') },
  { title: 'the body is two messages', request: message(MESSAGE + MESSAGE), ...STRUCTURE, diagnostics: says(`the body at character ${MESSAGE.length}`, 'text that is not JSON') },
  { title: 'the body has a comma too many', request: message(MESSAGE.replace(/}$/, ',}')), ...STRUCTURE, diagnostics: says(`the body at character ${MESSAGE.length}`, 'a comma before the end of a list or an object') },
  { title: 'the body has single quotes', request: message(MESSAGE.replaceAll('"', "'")), ...STRUCTURE, diagnostics: says('the body at character 1', 'JSON with single quotes', 'write it with a JSON library') },
  { title: 'the body has a comment', request: message(`/* Featherstonehaugh */${MESSAGE}`), ...STRUCTURE },
  { title: 'the body has a line break in a string', request: message(MESSAGE.replace('Featherstonehaugh', 'Feather\nstonehaugh')), ...STRUCTURE },
  { title: 'the body has NaN', request: message(MESSAGE.replace('{', '{"x":NaN,')), ...STRUCTURE },
  { title: 'the body quotes the parser to name a position', request: message('position 9990000026'), ...STRUCTURE, diagnostics: NOT_JSON },
  { title: 'the body is the name of the patient', request: message('Featherstonehaugh'), ...STRUCTURE, diagnostics: NOT_JSON },
  { title: 'the body has a byte that UTF-8 never has', request: message(), bytes: bytes('{"resourceType":"', [0xff], '"}'), ...STRUCTURE, diagnostics: NOT_UTF8 },
  { title: 'the body is Latin-1', request: message(), bytes: bytes('{"a":"caf', [0xe9], '"}'), ...STRUCTURE, diagnostics: NOT_UTF8 },
  { title: 'the body has an overlong slash', request: message(), bytes: bytes('{"a":"', [0xc0, 0xaf], '"}'), ...STRUCTURE, diagnostics: NOT_UTF8 },
  { title: 'the body has a surrogate in UTF-8', request: message(), bytes: bytes('{"a":"', [0xed, 0xa0, 0x80], '"}'), ...STRUCTURE, diagnostics: NOT_UTF8 },
  { title: 'the body ends inside a character', request: message(), bytes: bytes('{"a":"', [0xe2, 0x82]), ...STRUCTURE, diagnostics: NOT_UTF8 },
  { title: 'the body is UTF-16', request: message(), bytes: new Uint8Array(Buffer.from(`\ufeff${MESSAGE}`, 'utf16le')), ...STRUCTURE, diagnostics: says('the body', 'text in UTF-16', 'write it in UTF-8: PowerShell needs -Encoding') },
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

const BOOKED = { scenario: 'booking-accepted' } as const

// biome-ignore format: a table reads by column
const ACCEPTED: readonly GoodInput[] = [
  { title: 'a byte order mark', request: message(), bytes: bytes('\ufeff', MESSAGE), ...BOOKED },
  { title: 'white space around the message', request: message(`\r\n ${MESSAGE}\n\t`), ...BOOKED },
  { title: 'a message on many lines', request: message(JSON.stringify(JSON.parse(MESSAGE), null, '\t')), ...BOOKED },
  { title: 'characters that are escaped', request: message(MESSAGE.replace('"Bundle"', '"\\u0042undle"')), ...BOOKED },
  { title: 'half a surrogate pair, escaped', request: message(MESSAGE.replace('Featherstonehaugh', '\\ud83d')), ...BOOKED },
  { title: 'a character of four bytes', request: message(MESSAGE.replace('Featherstonehaugh', '𝄞')), ...BOOKED },
  { title: 'a null character, escaped', request: message(MESSAGE.replace('Featherstonehaugh', '\\u0000')), ...BOOKED },
  { title: 'a number beyond what a double holds', request: message(MESSAGE.replace('"gender"', '"x":1e400,"gender"')), ...BOOKED },
  { title: 'a number of a thousand digits', request: message(MESSAGE.replace('"gender"', `"x":${'9'.repeat(1000)},"gender"`)), ...BOOKED },
  { title: 'a member named __proto__', request: message(MESSAGE.replace('{', '{"__proto__":{"type":"batch","entry":null},')), ...BOOKED },
  { title: 'a __proto__ in each resource', request: message(MESSAGE.replaceAll('"resourceType"', '"__proto__":{"id":"x"},"resourceType"')), ...BOOKED },
  { title: 'a member named constructor', request: message(MESSAGE.replace('{', '{"constructor":{"prototype":null},')), ...BOOKED },
]

for (const row of ACCEPTED) {
  it(`accepts ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe(row.scenario)
  })
}

it('keeps a member named __proto__ a member', async ({ expect }) => {
  const request = message(MESSAGE.replace('{', '{"__proto__":{"polluted":true},'))

  const response = await createSandbox().request(sent({ request }))

  expect(await response.text()).toContain('"__proto__":{"polluted":true}')
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})
