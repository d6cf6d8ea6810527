import { it } from 'vitest'
import { type Standing, standIn } from '../../../../src/receiver/111-ed/standing.ts'
import { STATES } from '../../../../src/receiver/111-ed/states.ts'

const DAY = '2030-01-15'
const BOOKED = '0ba25001-0000-4000-8000-000000000002'
const DEFAULT = '9a8df080-bfbc-457f-b30f-664bba7760a4'

it('holds an Appointment in every state but the initial one, whatever was held before', ({
  expect,
}) => {
  expect(STATES.map((state) => [standIn(DAY, state, BOOKED), standIn(DAY, state, null)])).toEqual([
    [
      { day: DAY, state: 'initial', appointmentId: null },
      { day: DAY, state: 'initial', appointmentId: null },
    ],
    [
      { day: DAY, state: 'appointment-booked', appointmentId: BOOKED },
      { day: DAY, state: 'appointment-booked', appointmentId: DEFAULT },
    ],
    [
      { day: DAY, state: 'referral-created', appointmentId: BOOKED },
      { day: DAY, state: 'referral-created', appointmentId: DEFAULT },
    ],
  ])
})

it('compiles neither booked without an Appointment nor initial with one', () => {
  // @ts-expect-error an Appointment is held once one is booked
  const booked: Standing = { day: DAY, state: 'appointment-booked', appointmentId: null }
  // @ts-expect-error nothing is held in the beginning
  const initial: Standing = { day: DAY, state: 'initial', appointmentId: BOOKED }
  return [booked, initial]
})
