import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import { expectFault, type Fault, inMessage } from './fault.ts'

const conflict = 'booking-conflict-409'
const nowhere = 'urn:uuid:00000000-0000-4000-8000-00000000dead'

const FAULTS: readonly Fault[] = [
  inMessage(
    'a searchset',
    conflict,
    { 'Bundle.type': 'searchset' },
    {
      rule: 'bundle/Bundle.type',
      where: 'Bundle.type',
      expected: "'message'",
      received: 'searchset',
    },
  ),
  inMessage(
    'a timestamp without a zone',
    conflict,
    { 'Bundle.timestamp': '2035-01-15T09:00:00' },
    {
      rule: 'r4/form',
      where: 'Bundle.timestamp',
      expected: 'an instant: 2035-01-15T09:00:00+00:00',
      received: '2035-01-15T09:00:00',
      mend: "a time says its zone: .NET's DateTimeOffset has one",
    },
  ),
  inMessage(
    'a fullUrl that comes twice',
    conflict,
    {
      'Bundle.entry.3.fullUrl': 'urn:uuid:0ba25000-0000-4000-8000-000000000009',
      'Bundle.entry.4.fullUrl': 'urn:uuid:0ba25000-0000-4000-8000-000000000009',
      'MessageHeader.destination.0.receiver.reference':
        'urn:uuid:0ba25000-0000-4000-8000-000000000009',
      'HealthcareService.providedBy.reference': 'urn:uuid:0ba25000-0000-4000-8000-000000000009',
    },
    {
      rule: 'bundle/entry.fullUrl.unique',
      where: 'Bundle.entry[4].fullUrl',
      expected: 'a fullUrl that no other entry has',
      received: 'urn:uuid:0ba25000-0000-4000-8000-000000000009',
    },
  ),
  inMessage(
    'a fullUrl that is no UUID',
    conflict,
    { 'Bundle.entry.0.fullUrl': 'https://sender.example/MessageHeader/1' },
    {
      rule: 'bundle/entry.fullUrl',
      where: 'Bundle.entry[0].fullUrl',
      expected: "'urn:uuid:' and a UUID",
      received: 'https://(6 letters).(7 letters)/MessageHeader/1',
    },
  ),
  inMessage(
    'an entry without a resource',
    conflict,
    { 'Bundle.entry.-': { fullUrl: nowhere } },
    {
      rule: 'bundle/entry.resource',
      where: 'Bundle.entry[8].resource',
      expected: 'resourceType: which type it is',
      received: 'absent',
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}

it('finds a body that is no message at all', ({ expect }) => {
  const bodies = [undefined, '', 'no JSON', '[]', 'null', new Uint8Array([0xff, 0x7b])]

  const received = bodies.map(
    (body) =>
      checkRequest(undefined, { ...buildRequest(conflict), body }).violations.find(
        ({ where }) => where === 'body',
      )?.received,
  )

  expect(received).toEqual([
    'absent',
    'absent',
    'text that is not JSON',
    'a list',
    'null',
    'bytes that are not UTF-8',
  ])
})

const long = { ...buildRequest(conflict).body, text: ' '.repeat(512 * 1024) }

for (const [form, body] of [
  ['JSON', long],
  ['text', JSON.stringify(long)],
  ['bytes', new TextEncoder().encode(JSON.stringify(long))],
] as const) {
  it(`finds only that a body is too long, given as ${form}`, ({ expect }) => {
    const { violations } = checkRequest(conflict, { ...buildRequest(conflict), body })

    expect(violations).toEqual([
      {
        where: 'body',
        expected: 'at most 512 KiB',
        received: 'more than 512 KiB',
        rule: 'bundle/body',
        severity: 'error',
        source: 'BaRS Core, "Message Bundle"',
      },
    ])
  })
}

it('finds the id of another scenario, whatever body comes with a read', ({ expect }) => {
  const path = '/Appointment/0d440c22-7f25-4c6c-905d-2213d197d02a'
  const request = { ...buildRequest('booking-get'), path, body: '{' }

  const { violations } = checkRequest('booking-get', request)

  expect(violations.map(({ where }) => where)).toContain('path » id')
})
