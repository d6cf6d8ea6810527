import fc from 'fast-check'
import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import { scenarios } from '../../src/scenario.ts'

const booking = buildRequest('booking-conflict-409')

const resource = fc.record(
  {
    resourceType: fc.constantFrom('Patient', 'MessageHeader', 'constructor', 'Flag', '__proto__'),
    identifier: fc.jsonValue(),
    contact: fc.array(fc.jsonValue()),
    eventCoding: fc.jsonValue(),
    focus: fc.jsonValue(),
    category: fc.array(fc.jsonValue()),
    extension: fc.jsonValue(),
  },
  { requiredKeys: ['resourceType'] },
)

const entry = fc.oneof(fc.jsonValue(), fc.record({ fullUrl: fc.jsonValue(), resource }))

it('takes any JSON for a message and says what is wrong with it', ({ expect }) => {
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), fc.record({ entry: fc.oneof(fc.jsonValue(), fc.array(entry)) })),
      fc.constantFrom(undefined, ...scenarios.map(({ id }) => id)),
      (body, id) => {
        expect(checkRequest(id, { ...booking, body }).ok).toBe(false)
      },
    ),
    { numRuns: 500, seed: 20301 },
  )
})

it('takes any text for a path and for headers', ({ expect }) => {
  const text = fc.oneof(fc.string(), fc.webFragments(), fc.base64String())
  const json = fc.jsonValue().map((value) => btoa(encodeURIComponent(JSON.stringify(value))))

  fc.assert(
    fc.property(text, text, fc.oneof(text, json), (method, path, header) => {
      const headers = {
        'NHSD-Target-Identifier': header,
        'NHSD-End-User-Organisation': header,
        Accept: header,
        'use-context': header,
      }
      expect(checkRequest(undefined, { method, path, headers }).ok).toBe(false)
    }),
    { numRuns: 500, seed: 20302 },
  )
})

it('refuses JSON nested deeper than the stack', ({ expect }) => {
  const depth = 100_000
  const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`
  const body = JSON.stringify(booking.body).replace('"gender":"other"', `"gender":${deep}`)

  const { violations } = checkRequest('booking-conflict-409', { ...booking, body })

  expect(violations.map(({ received }) => received)).toEqual(['JSON nested too deeply'])
})
