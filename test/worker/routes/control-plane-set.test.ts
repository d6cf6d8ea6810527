import { it } from 'vitest'
import { REFERRAL } from '../../support/conversation.ts'
import { controlPlaneAnswer, problem, told } from '../../support/expected/control-plane.ts'
import { STATES, stateObject } from '../../support/expected/state-table.ts'
import { NOON, stopClock } from '../clock.ts'
import { gist, Sender } from '../sender.ts'

stopClock()

for (const state of STATES) {
  it(`puts an organisation into the state ${state} and answers how it stands`, async ({
    expect,
  }) => {
    const sender = new Sender()

    const response = await sender.control('PUT', '/state', JSON.stringify({ state }))

    const { odsCode, space } = sender
    const change = { at: NOON, event: 'set', from: 'initial', to: state }
    // Where it stands so already, nothing changes.
    const history = state === 'initial' ? [] : [{ ...change, status: 200, scenario: null }]
    const stands = stateObject({
      odsCode,
      space,
      state,
      history,
      resetsAt: '2030-01-15T00:00:00.000Z',
    })
    expect(await controlPlaneAnswer(response)).toEqual(told(stands))
    expect(await sender.record()).toEqual(stands)
  })
}

it('keeps the Appointment held when the state is set', async ({ expect }) => {
  const sender = new Sender()
  const appointmentId = '3f1b0c3e-8a52-4f0e-9f57-0d3c5f1d2a10'
  await sender.does('book', { 'Appointment.id': appointmentId })

  await sender.control('PUT', '/state', '{"state":"referral-created"}')

  expect(await sender.record()).toMatchObject({
    state: 'referral-created',
    held: { appointmentId, serviceRequestId: REFERRAL },
  })
})

it('goes on from the state that was set', async ({ expect }) => {
  const sender = new Sender()
  await sender.control('PUT', '/state', '{"state":"referral-created"}')

  expect(gist(await sender.does('cancel-referral'))).toEqual([
    200,
    '111-ed-cancel-referral-referral-created',
  ])
})

const BODY =
  /^The body must be \{"state":"appointment-booked"\}; the states are initial, appointment-booked, referral-created\.$/

// biome-ignore format: a table reads by column
const WRONG_BODIES = {
  'a state that does not exist': '{"state":"booked"}',
  'a state in upper case':       '{"state":"INITIAL"}',
  'a name with a prefix':        '{"state":"111-ED: initial"}',
  'no state':                    '{}',
  'a number':                    '{"state":1}',
  'a list':                      '["initial"]',
  'null':                        'null',
  'text that is not JSON':       'state=initial',
  'nothing':                     undefined,
} as const

for (const [what, body] of Object.entries(WRONG_BODIES)) {
  it(`answers 400 and lists the states when the new state is ${what}`, async ({ expect }) => {
    const sender = new Sender()
    await sender.reach('appointment-booked')
    const before = await sender.record()

    const response = await sender.control('PUT', '/state', body)

    expect(await controlPlaneAnswer(response)).toEqual(problem(400, expect.stringMatching(BODY)))
    expect(await sender.record()).toEqual(before)
  })
}
