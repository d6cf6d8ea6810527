import { it } from 'vitest'
import { expectFault, type Fault, inMessage } from '../../../support/fault.ts'

const conflict = 'booking-conflict-409'
const referral = 'referral-server-error-500'
const appointment = 'Bundle.entry[1].resource'

const instant = 'an instant: 2035-01-15T09:00:00+00:00'
const dateTime = 'a dateTime: 2035-01-15, or 2035-01-15T09:00:00+00:00 with its zone'
const mend = "a time says its zone: .NET's DateTimeOffset has one"

const noDay = 'its month has no such day'

const startingAt = (start: string, received: string, told: { mend?: string } = {}): Fault =>
  inMessage(
    `an Appointment that starts at ${start}`,
    conflict,
    { 'Appointment.start': start },
    {
      rule: 'r4/form',
      where: `${appointment}.start`,
      expected: instant,
      received,
      ...told,
    },
  )

const FAULTS: readonly Fault[] = [
  startingAt('garbage', '(7 letters)'),
  startingAt('2035-01-15', 'another text'),
  startingAt('2035-01-15T09:00:00', '2035-01-15T09:00:00', { mend }),
  startingAt('2035-01-15T09:00Z', '2035-01-15T09:00Z'),
  startingAt('2035-02-29T09:00:00Z', '2035-02-29T09:00:00Z', { mend: noDay }),
  startingAt('2035-13-01T09:00:00Z', '2035-13-01T09:00:00Z'),
  startingAt('2035-01-15T24:00:00Z', '2035-01-15T24:00:00Z'),
  startingAt('2035-01-15T09:60:00Z', '2035-01-15T09:60:00Z'),
  startingAt('2035-01-15T09:00:00+15:00', '2035-01-15T09:00:00+15:00'),
  inMessage(
    'an Appointment that ends before it starts',
    conflict,
    { 'Appointment.end': '2035-01-15T09:59:59+00:00' },
    {
      rule: 'time/order',
      where: `${appointment}.end`,
      expected: 'a time after the start',
      received: '2035-01-15T09:59:59+00:00',
    },
  ),
  inMessage(
    'a Slot that ends before it starts, by its zone',
    conflict,
    { 'Slot.end': '2035-01-15T10:15:00+01:00' },
    {
      rule: 'time/order',
      where: 'Bundle.entry[6].resource.end',
      expected: 'a time after the start',
      received: '2035-01-15T10:15:00+01:00',
    },
  ),
  inMessage(
    'a Bundle of a month that there is not',
    conflict,
    { 'Bundle.timestamp': '2026-13-45T99:99:99Z' },
    {
      rule: 'r4/form',
      where: 'Bundle.timestamp',
      expected: instant,
      received: '2026-13-45T99:99:99Z',
    },
  ),
  inMessage(
    'a resource that was changed on a day alone',
    conflict,
    { 'Patient.meta.lastUpdated': '2035-01' },
    {
      rule: 'r4/form',
      where: 'Bundle.entry[2].resource.meta.lastUpdated',
      expected: instant,
      received: 'another text',
    },
  ),
  inMessage(
    'a request made at no time',
    referral,
    { 'ServiceRequest.authoredOn': '15/01/2035' },
    {
      rule: 'r4/form',
      where: `${appointment}.authoredOn`,
      expected: dateTime,
      received: 'another text',
    },
  ),
  inMessage(
    'a period that begins without a zone',
    referral,
    { 'Encounter.period.start': '2035-01-15T09:00:00.1234567' },
    {
      rule: 'r4/form',
      where: 'Bundle.entry[3].resource.period.start',
      expected: dateTime,
      received: '2035-01-15T09:00:00.1234567',
      mend,
    },
  ),
  inMessage(
    'a period that ends before it begins',
    referral,
    { 'ServiceRequest.occurrencePeriod.end': '2035-01-14' },
    {
      rule: 'r4/invariant.per-1',
      where: `${appointment}.occurrencePeriod.end`,
      expected: 'a time after the start',
      received: 'another text',
    },
  ),
  inMessage(
    'a birthday that is none',
    referral,
    { 'Patient.birthDate': '1980-02-30' },
    {
      rule: 'r4/form',
      where: 'Bundle.entry[2].resource.birthDate',
      expected: 'a date: 2035-01-15',
      received: 'another text',
      mend: noDay,
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}
