import { it } from 'vitest'
import { isObject, type JsonObject, list, member, text } from '../../../src/fhir/json.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const NOON = Date.parse('2030-01-14T12:00:00Z')

/** The Appointment ce1c4ced-… as it is read at that time. */
const bookingAt = async (now: number): Promise<JsonObject> => {
  const sandbox = createSandbox({ now: () => now })
  const answer = await sandbox.request(toRequest(requestOf('booking-get')))
  const booking = await answer.json()
  return isObject(booking) ? booking : {}
}

/** The Slots that a search on the Appointment's day tells at that time. */
const slotsAround = async (booking: JsonObject, status: string, now: number) => {
  const day = text(booking, 'start')?.slice(0, 10)
  const path = `/Slot?Schedule.actor:HealthcareService=2000072489&status=${status}&start=ge${day}T00:00:00Z&start=le${day}T23:59:59Z`
  const sandbox = createSandbox({ now: () => now })
  const answer = await sandbox.request(toRequest(requestOf('slot-free', { path })))
  return list(await answer.json(), 'entry')
    .map((entry) => member(entry, 'resource'))
    .filter((resource) => text(resource, 'resourceType') === 'Slot')
}

for (const days of [0, 1, 365]) {
  it(`books a Slot that GET /Slot tells to be busy, ${days} days on`, async ({ expect }) => {
    const now = NOON + days * DAY_MS
    const booking = await bookingAt(now)
    const [slot] = list(booking, 'slot')
    const id = text(slot, 'reference')?.replace('Slot/', '')

    const busy = await slotsAround(booking, 'busy', now)
    const free = await slotsAround(booking, 'free', now)

    expect(busy.filter((each) => text(each, 'id') === id)).toEqual([
      expect.objectContaining({ status: 'busy', start: booking['start'], end: booking['end'] }),
    ])
    expect(free.filter((each) => text(each, 'id') === id)).toEqual([])
    expect(free.length).toBeGreaterThan(0)
  })
}

it('keeps the booking where it is from day to day', async ({ expect }) => {
  const today = await bookingAt(NOON)

  const later = await bookingAt(NOON + 400 * DAY_MS)

  expect(later).toEqual({ ...today, meta: later['meta'], created: later['created'] })
  expect(today['start']).toBe('2035-01-15T10:45:00.0000000+00:00')
})
