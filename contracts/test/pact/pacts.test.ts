import { it } from 'vitest'
import { CELLS } from '../../../src/receiver/111-ed/cells.ts'
import { SCENARIOS } from '../../../src/scenarios/index.ts'
import { writeJson } from '../../src/pact/pact-file.ts'
import { callbacksPact, receiverPact } from '../../src/pact/pacts.ts'
import { SCENARIO_IDS } from '../../src/scenario-ids.ts'

const { interactions: all, ...parties } = await receiverPact()

it('has one interaction for every scenario there is', ({ expect }) => {
  expect(all.map(({ key }) => key).sort()).toEqual([...SCENARIO_IDS].sort())
  expect(all.length).toBe(SCENARIOS.length + 18 + 6)
})

it('names its parties', ({ expect }) => {
  const { interactions, ...about } = callbacksPact()

  expect(interactions.map(({ key }) => key)).toEqual([
    'validation-interim',
    'validation-full',
    'safeguarding-did-not-attend',
  ])
  expect(about).toEqual({
    consumer: { name: 'bars-sandbox' },
    provider: { name: 'bars-sender-callback' },
    metadata: { pactSpecification: { version: '4.0' } },
  })
  expect(parties).toEqual({
    consumer: { name: 'bars-sender' },
    provider: { name: 'bars-receiver' },
    metadata: { pactSpecification: { version: '4.0' } },
  })
})

it('gives each stateful row its states in turn, and each other row its scenario', ({ expect }) => {
  const states = all.map(({ key, providerStates }) => [key, providerStates])

  expect(Object.fromEntries(states)).toEqual(
    Object.fromEntries([
      ...SCENARIOS.map(({ id }) => [id, [{ name: `scenario ${id}` }]]),
      ...CELLS.map(({ id, state }) => [id, [{ name: `111-ED: ${state}` }]]),
      ['111-ed-get-booking-booked', [{ name: '111-ED: appointment-booked' }]],
      ['111-ed-get-booking-cancelled', [{ name: '111-ED: appointment-booked, then initial' }]],
      ['111-ed-search-booking', [{ name: '111-ED: appointment-booked' }]],
      ['111-ed-search-referral', [{ name: '111-ED: referral-created' }]],
      ['111-ed-get-referral-active', [{ name: '111-ED: referral-created' }]],
      [
        '111-ed-get-referral-revoked',
        [{ name: '111-ED: referral-created, then appointment-booked' }],
      ],
    ]),
  )
})

it('tells interactions apart by description and states', ({ expect }) => {
  const names = all.map(({ description, providerStates }) => [description, providerStates])

  expect(new Set(names.map((name) => JSON.stringify(name))).size).toBe(all.length)
  expect(all.map(({ description }) => description)).toContain(
    'booking-conflict-409: New booking of a Slot that is taken',
  )
})

it('lets those come first that a Patient without a number is for', ({ expect }) => {
  const without = SCENARIOS.filter(
    ({ sentinel }) => sentinel.in === 'Patient.identifier' && sentinel.none,
  ).map(({ id }) => id)

  expect(without).toContain('booking-without-nhs-number')
  expect(all.slice(0, without.length).map(({ key }) => key)).toEqual(without)
})

it('is the same, byte for byte, each time', async ({ expect }) => {
  const written = writeJson({ ...parties, interactions: all })

  expect(writeJson(await receiverPact())).toBe(written)
})

it('sorts keys, indents by two spaces and ends with a line feed', ({ expect }) => {
  const text = writeJson({ b: [{ d: 1, c: undefined }], a: null })

  expect(text).toBe('{\n  "a": null,\n  "b": [\n    {\n      "d": 1\n    }\n  ]\n}\n')
})
