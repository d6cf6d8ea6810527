import { it } from 'vitest'
import { sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const SERVICE = 'Schedule.actor:HealthcareService=2000072489'

const starting = (...starts: readonly string[]) =>
  requestOf('slot-free', {
    path: `/Slot?${[SERVICE, 'status=free', ...starts.map((each) => `start=${each}`)].join('&')}`,
  })

// Slots start at 10:00 and, if anywhere, not within a second of it.
// biome-ignore format: a table reads by column
const FOUND = [
  { bounds: ['ge2030-01-15T10:00:00.0000000Z', 'lt2030-01-15T10:00:01Z'],          total: 1 },
  { bounds: ['ge2030-01-15T10:00:00.0000001Z', 'lt2030-01-15T10:00:01Z'],          total: 0 },
  { bounds: ['ge2030-01-15T09:59:59Z', 'lt2030-01-15T10:00:00.0000001Z'],          total: 1 },
  { bounds: ['ge2030-01-15T09:59:59Z', 'lt2030-01-15T10:00:00.0000000Z'],          total: 0 },
  { bounds: ['ge2030-01-15T09:59:60Z', 'lt2030-01-15T10:00:01Z'],                  total: 1 },
  { bounds: ['ge2030-01-15T09:59:00Z', 'le2030-01-15T09:59:60.9999999Z'],          total: 0 },
  { bounds: ['ge2030-01-15T17:00:00Z', 'le2030-01-15T09:00:00Z'],                  total: 0 },
] as const

for (const { bounds, total } of FOUND) {
  it(`finds ${total} from ${bounds[0]} to ${bounds[1]}`, async ({ expect }) => {
    const response = await createSandbox().request(sent({ request: starting(...bounds) }))

    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ total })
  })
}

it('finds no Slot whose times no FHIR instant can tell', async ({ expect }) => {
  const request = starting('ge9999-12-25T00:00:00Z', 'le9999-12-31T23:59:59-14:00')

  const response = await createSandbox().request(sent({ request }))

  const text = await response.text()
  expect(text).toContain('"9999-12-30T')
  expect(text).not.toContain('+010000')
})
