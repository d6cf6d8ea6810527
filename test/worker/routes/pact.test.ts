import { exports } from 'cloudflare:workers'
import { it } from 'vitest'
import * as z from 'zod'
import { controlPlaneAnswer, problem } from '../../support/expected/control-plane.ts'
import { stopClock } from '../clock.ts'
import { ORIGIN, Sender } from '../sender.ts'

stopClock()

const Minted = z.strictObject({
  ods: z.string().regex(/^[0-9A-Z]{8}$/),
  orgHeader: z.string(),
})

/** Asks for a provider state, as a verifier does. */
const ask = (space: string, body: unknown): Promise<Response> =>
  exports.default.fetch(`${ORIGIN}/s/${space}/_pact/state`, {
    method: 'POST',
    body: JSON.stringify(body),
  })

const mint = async (space: string, state: string) =>
  Minted.parse(await (await ask(space, { state })).json())

const BOOKED = '111-ED: appointment-booked'

it('mints an organisation of its own for each interaction, in the state asked for', async ({
  expect,
}) => {
  const space = crypto.randomUUID()

  const [first, second] = [await mint(space, BOOKED), await mint(space, BOOKED)]

  const states = []
  for (const { ods } of [first, second]) {
    states.push(await new Sender({ space, odsCode: ods }).record())
  }
  expect(first.ods).not.toBe(second.ods)
  expect(states).toMatchObject([{ state: 'appointment-booked' }, { state: 'appointment-booked' }])
  expect(JSON.parse(atob(first.orgHeader))).toMatchObject({ identifier: [{ value: first.ods }] })
})

it('never touches an organisation that a verifier names', async ({ expect }) => {
  const sender = new Sender()
  await sender.reach('referral-created')
  const before = await sender.record()

  const response = await ask(sender.space, { state: BOOKED, params: { ods: sender.odsCode } })

  expect(Minted.parse(await response.json()).ods).not.toBe(sender.odsCode)
  expect(await sender.record()).toEqual(before)
})

const NOTHING_TO_DO = [
  ['no state', { state: '' }],
  ['a state that is null', { state: null }],
  ['the scenario of a stateless interaction', { state: 'scenario booking-conflict-409' }],
  ['a state that is torn down', { state: BOOKED, action: 'teardown' }],
] as const

for (const [what, body] of NOTHING_TO_DO) {
  it(`has nothing to do for ${what}`, async ({ expect }) => {
    const response = await ask(crypto.randomUUID(), body)

    expect([response.status, await response.json()]).toEqual([200, {}])
  })
}

for (const state of ['111-ED: booked', 'scenario booking-conflict-410', 'anything']) {
  it(`refuses the unknown state '${state}' without repeating it, and lists those there are`, async ({
    expect,
  }) => {
    const response = await ask(crypto.randomUUID(), { state })

    const listed = new RegExp(
      `^There is no such provider state\\. There are 111-ED: initial, ${BOOKED}, 111-ED: referral-created`,
    )
    expect(await controlPlaneAnswer(response)).toEqual(problem(400, expect.stringMatching(listed)))
  })
}
