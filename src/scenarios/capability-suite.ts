import { capability, SOURCES, suite } from './scenario.ts'
import { none, others, target } from './sentinels.ts'

export const capabilityScenarios = suite('Capability', {
  'capability-booking-and-referral-receiver': {
    title: 'CapabilityStatement of a booking and referral Receiver',
    applications: ['111-ED'],
    on: ['metadata'],
    sentinel: target('2000011147'),
    reply: capability('booking-and-referral-receiver'),
    source: SOURCES.table,
  },
  'capability-referral-receiver': {
    title: 'CapabilityStatement of a referral Receiver',
    applications: ['111-ED', '999-CAS'],
    on: ['metadata'],
    sentinel: target('2000076289'),
    reply: capability('referral-receiver'),
    source: SOURCES.table,
  },
  'capability-validation-sender': {
    title: 'CapabilityStatement of a validation Sender, which takes interim and full responses',
    applications: ['999-CAS'],
    on: ['metadata'],
    sentinel: target('1374839566'),
    reply: capability('validation-sender'),
    source: SOURCES.table,
  },
  'capability-any-service': {
    title: 'CapabilityStatement of any other service, and of the API where no target is named',
    applications: ['BaRS Core'],
    on: ['metadata'],
    sentinel: target(others, none),
    reply: capability('any-service'),
    source: SOURCES.table,
  },
  'capability-validation-receiver': {
    title: 'CapabilityStatement of a validation Receiver',
    applications: ['999-CAS'],
    on: ['metadata'],
    sentinel: target('2000003366'),
    reply: capability('validation-receiver'),
    source: SOURCES.simulator,
  },
  'capability-booking-and-referral-sender': {
    title: 'CapabilityStatement of a booking and referral Sender',
    applications: ['111-ED'],
    on: ['metadata'],
    sentinel: target('2000093816'),
    reply: capability('booking-and-referral-sender'),
    source: SOURCES.simulator,
  },
})
