import { it } from 'vitest'
import {
  APPOINTMENT,
  type Event,
  messageBy,
  REFERRAL,
  WAYS,
} from '../../../support/conversation.ts'
import { accepted, referred } from '../../../support/expected/message.ts'
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

const TAKEN: Readonly<Record<Event, (sent: unknown) => unknown>> = {
  book: (sent) => accepted(sent, 'Appointment', APPOINTMENT),
  'update-booking': (sent) => accepted(sent, 'Appointment', APPOINTMENT),
  'cancel-booking': (sent) => accepted(sent, 'Appointment', APPOINTMENT),
  'refer-linked': (sent) => referred(sent, REFERRAL),
  'refer-mislinked': (sent) => referred(sent, REFERRAL),
  'cancel-referral': (sent) => accepted(sent, 'ServiceRequest', REFERRAL),
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

      expect(await response.json()).toEqual(outcome ?? TAKEN[event](message.body))
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
