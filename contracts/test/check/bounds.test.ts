import { it } from 'vitest'
import { edited } from '../../../test/support/edit-message.ts'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'

const booking = buildRequest('booking-accepted')

const check = (body: unknown) => checkRequest(undefined, { ...booking, body })

it('tells of the first hundred violations, and how many more were found before it stopped', ({
  expect,
}) => {
  const entry = Array.from({ length: 90_000 }, () => null)

  const { violations, more, text } = check({ ...booking.body, entry })

  expect(violations.length).toBe(100)
  expect(more).toBe(1_900)
  expect(text.split('\n').at(-1)).toBe(`  … and ${more} more`)
  expect(text.length).toBeLessThan(20_000)
})

it('takes a list that is longer than a call may have arguments', ({ expect }) => {
  const long = Array.from({ length: 240_000 }, () => 0)

  const { violations } = check(edited(booking.body, { 'Patient.long': long }))

  expect(violations.length).toBeLessThan(100)
})

/** A booking with a resource that has a key of any name: R4's own types have none such. */
const holding = (key: string) =>
  edited(booking.body, {
    'Bundle.entry.-': {
      fullUrl: 'urn:uuid:0ba25000-0000-4000-8000-0000000000ff',
      resource: { resourceType: 'Basic', [key]: { reference: 'Patient/1' } },
    },
  })

it('cuts what it prints short, however long a key is', ({ expect }) => {
  const key = 'k'.repeat(100_000)

  const { text } = check(holding(key))

  expect(text).toContain('.(another key).reference\n')
  expect(text.length).toBeLessThan(2000)
})

const HOSTILE = 'key\u001b[31mX\u001b]0;t\u0007\n::error::injected\u202e\u2028'

it('prints no character that a terminal or a CI log obeys', ({ expect }) => {
  const bodies = [
    holding(HOSTILE),
    edited(booking.body, { [`Patient.${HOSTILE}`]: { reference: 'Patient/1' } }),
    edited(booking.body, { 'Appointment.status': HOSTILE }),
    edited(booking.body, { 'MessageHeader.sender.reference': HOSTILE }),
    { ...booking.body, [HOSTILE]: null },
  ]

  const texts = bodies.map((body) => check(body).text)

  expect(texts.filter((text) => /[^\P{C}\n]|\u2028/u.test(text))).toEqual([])
  expect(texts.filter((text) => /^::/m.test(text))).toEqual([])
  expect(texts[0]).toContain('.(another key).reference\n')
})
