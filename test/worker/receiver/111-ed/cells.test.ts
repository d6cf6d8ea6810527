import { it } from 'vitest'
import {
  APPOINTMENT,
  type Event,
  messageBy,
  REFERRAL,
  WAYS,
} from '../../../support/conversation.ts'
import { accepted } from '../../../support/expected/accepted.ts'
import {
  EVENTS,
  historyOf,
  STATES,
  stateObject,
  TABLE,
} from '../../../support/expected/state-table.ts'
import { NOON, stopClock } from '../../clock.ts'
import { Sender } from '../../sender.ts'

stopClock()

const FOCUS: Readonly<Record<Event, readonly [type: string, id: string]>> = {
  book: ['Appointment', APPOINTMENT],
  'cancel-booking': ['Appointment', APPOINTMENT],
  'refer-linked': ['ServiceRequest', REFERRAL],
  'refer-mislinked': ['ServiceRequest', REFERRAL],
  'cancel-referral': ['ServiceRequest', REFERRAL],
}

for (const event of EVENTS) {
  for (const state of STATES) {
    const { status, to = state, outcome } = TABLE[event][state]

    it(`answers ${status} to ${event} in the state ${state} and leads to ${to}`, async ({
      expect,
    }) => {
      const sender = new Sender()
      await sender.reach(state)
      const message = messageBy(sender.odsCode, event)

      const response = await sender.send(message)

      expect(await response.json()).toEqual(outcome ?? accepted(message.body, ...FOCUS[event]))
      expect(response.status).toBe(status)
      expect(response.headers.get('Sandbox-Scenario')).toBe(`111-ed-${event}-${state}`)
      expect(await sender.record()).toEqual(
        stateObject({
          odsCode: sender.odsCode,
          space: sender.space,
          state: to,
          history: historyOf(NOON, [...WAYS[state], event]),
          resetsAt: '2030-01-15T00:00:00.000Z',
        }),
      )
    })
  }
}
