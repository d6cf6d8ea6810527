import { it } from 'vitest'
import { answerOf, type BadInput, mended, refused, sent } from '../../support/bad-input.ts'
import type { Edits } from '../../support/edit-message.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const STRUCTURE = { status: 400, code: 'REC_BAD_REQUEST', issue: 'structure' } as const

/** A booking with those elements changed. */
const booking = (edits: Edits) => requestOf('booking-accepted', { edits })
const body = (value: unknown) => requestOf('booking-accepted', { body: JSON.stringify(value) })

const at = (expression: string, received: string, expected: string, mend?: string) => ({
  ...STRUCTURE,
  expression,
  diagnostics: `${expression}: received ${received}; expected ${expected}${mended(mend)}`,
})

const notObject = (received: string) => at('Bundle', received, 'a JSON object')
const notBundle = (received: string) => at('Bundle.resourceType', received, "'Bundle'")
const notMessage = (received: string) => at('Bundle.type', received, "'message'")
const noEntries = (received: string) => at('Bundle.entry', received, 'a list')
const noResource = (index: number) =>
  at(`Bundle.entry[${index}].resource`, 'no resource', 'a resource with a resourceType')
const notOneHeader = (received: string) => at('Bundle.entry', received, 'exactly one MessageHeader')

const HEADER = { resource: { resourceType: 'MessageHeader' } }

// biome-ignore format: a table reads by column
const ROWS: readonly BadInput[] = [
  { title: 'the body is null', request: body(null), ...notObject('null') },
  { title: 'the body is a list', request: body([]), ...notObject('a list') },
  { title: 'the body is a list that holds a message', request: body([requestOf('booking-accepted').body]), ...notObject('a list') },
  { title: 'the body is a string', request: body('Bundle'), ...notObject('a JSON string') },
  { title: 'the body is a number', request: body(0), ...notObject('a JSON number') },
  { title: 'the body is a number that ends in zero', request: requestOf('booking-accepted', { body: '1.0' }), ...notObject('a JSON number') },
  { title: 'the body is a boolean', request: body(false), ...notObject('a JSON boolean') },
  { title: 'the body is an empty object', request: body({}), ...notBundle('nothing') },
  { title: 'the body is a Bundle in __proto__', request: requestOf('booking-accepted', { body: '{"__proto__":{"resourceType":"Bundle","type":"message","entry":[]}}' }), ...notBundle('nothing') },
  { title: 'the body is a Bundle inside another object', request: body({ Bundle: requestOf('booking-accepted').body }), ...at('Bundle.resourceType', 'nothing', "'Bundle'", 'it has a member Bundle: send what is in it') },
  { title: 'the body is a resource of another type', request: booking({ 'Bundle.resourceType': 'Appointment' }), ...notBundle("'Appointment'") },
  { title: 'the type of the resource is in lower case', request: booking({ 'Bundle.resourceType': 'bundle' }), ...notBundle("'bundle'") },
  { title: 'the type of the resource is null', request: booking({ 'Bundle.resourceType': null }), ...notBundle('null') },
  { title: 'the type of the resource is a list', request: booking({ 'Bundle.resourceType': ['Bundle'] }), ...notBundle('a list') },
  { title: 'the Bundle has no type', request: booking({ 'Bundle.type': undefined }), ...notMessage('nothing') },
  { title: 'the Bundle is a transaction', request: booking({ 'Bundle.type': 'transaction' }), ...notMessage("'transaction'") },
  { title: 'the type of the Bundle is an NHS number', request: booking({ 'Bundle.type': '9990000026' }), ...notMessage('another text') },
  { title: 'the type of the Bundle is a name', request: booking({ 'Bundle.type': 'Smith-Jones' }), ...notMessage('another text') },
  { title: 'the type of the Bundle is a number that ends in zero', request: requestOf('booking-accepted', { body: '{"resourceType":"Bundle","type":1.0}' }), ...notMessage('a JSON number') },
  { title: 'the type of the Bundle is spelt otherwise', request: booking({ 'Bundle.type': 'Message ' }), ...notMessage("'Message '") },
  { title: 'the type of the Bundle has a control character', request: booking({ 'Bundle.type': 'message\u0000' }), ...notMessage("'message\ufffd'") },
  { title: 'the type of the Bundle is a code and a name in another script', request: booking({ 'Bundle.type': 'message 王' }), ...notMessage('another text') },
  { title: 'the Bundle has no entry', request: booking({ 'Bundle.entry': undefined }), ...noEntries('nothing') },
  { title: 'the entries are null', request: booking({ 'Bundle.entry': null }), ...noEntries('null') },
  { title: 'the entries are an object', request: booking({ 'Bundle.entry': HEADER }), ...noEntries('a JSON object') },
  { title: 'the entries are a string', request: booking({ 'Bundle.entry': 'none' }), ...noEntries('a JSON string') },
  { title: 'the entries are a number that ends in zero', request: requestOf('booking-accepted', { body: '{"resourceType":"Bundle","type":"message","entry":1.0}' }), ...noEntries('a JSON number') },
  { title: 'an entry is null', request: booking({ 'Bundle.entry.1': null }), ...noResource(1) },
  { title: 'an entry is a list', request: booking({ 'Bundle.entry.2': [] }), ...noResource(2) },
  { title: 'an entry is a string', request: booking({ 'Bundle.entry.0': 'MessageHeader' }), ...noResource(0) },
  { title: 'an entry is empty', request: booking({ 'Bundle.entry.3': {} }), ...noResource(3) },
  { title: 'an entry has no resource', request: booking({ 'Bundle.entry.2.resource': undefined }), ...noResource(2) },
  { title: 'the resource of an entry is null', request: booking({ 'Bundle.entry.2.resource': null }), ...noResource(2) },
  { title: 'the resource of an entry is a list', request: booking({ 'Bundle.entry.2.resource': [HEADER] }), ...noResource(2) },
  { title: 'the resource of an entry has no resourceType', request: booking({ 'Patient.resourceType': undefined }), ...noResource(2) },
  { title: 'the resourceType of an entry is a number', request: booking({ 'Patient.resourceType': 1 }), ...noResource(2) },
  { title: 'the first of several entries at fault is the second', request: booking({ 'Bundle.entry.3': null, 'Bundle.entry.1': null }), ...noResource(1) },
  { title: 'there are no entries', request: booking({ 'Bundle.entry': [] }), ...notOneHeader('no MessageHeader') },
  { title: 'there is no MessageHeader', request: booking({ 'Bundle.entry.0': undefined }), ...notOneHeader('no MessageHeader') },
  { title: 'the MessageHeader is in lower case', request: booking({ 'MessageHeader.resourceType': 'messageheader' }), ...notOneHeader('no MessageHeader') },
  { title: 'there are two MessageHeaders', request: booking({ 'Bundle.entry.-': HEADER }), ...notOneHeader('2 MessageHeaders') },
  { title: 'there are three MessageHeaders', request: booking({ 'Bundle.entry.1': HEADER, 'Bundle.entry.-': HEADER }), ...notOneHeader('3 MessageHeaders') },
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

for (const inside of ['', '1', '1.0']) {
  it(`says that a message is nested too deeply around '${inside}'`, async ({ expect }) => {
    const { body, ...request } = booking({ 'Patient.name': 'here' })
    const nested = `${'['.repeat(200_000)}${inside}${']'.repeat(200_000)}`
    const row = { request: { ...request, body: JSON.stringify(body).replace('"here"', nested) } }

    const answer = await answerOf(await createSandbox().request(sent(row)), row)

    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({
      issue: [{ code: 'structure', diagnostics: expect.stringContaining('nested too deeply') }],
    })
  })
}
