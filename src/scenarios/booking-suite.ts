import { fail } from '../bars/failure.ts'
import { accepts, holds, refuses, SOURCES, slots, suite } from './scenario.ts'
import { healthcareService, IDS, id, NHS_NUMBERS, none, others, patient } from './sentinels.ts'

const core = ['BaRS Core'] as const

export const bookingScenarios = suite('Booking', {
  'slot-free': {
    title: 'Free Slots',
    applications: core,
    on: ['Slot'],
    sentinel: healthcareService('2000072489', others),
    reply: slots('full'),
    source: SOURCES.table,
  },
  'slot-free-and-busy': {
    title: 'Free and busy Slots, when status asks for busy ones',
    applications: core,
    on: ['Slot-busy'],
    sentinel: healthcareService('2000072489', others),
    reply: slots('full'),
    source: SOURCES.table,
  },
  'slot-none': {
    title: 'No Slots',
    applications: core,
    on: ['Slot', 'Slot-busy'],
    sentinel: healthcareService('2000073917'),
    reply: slots('none'),
    source: SOURCES.table,
  },
  'slot-mandatory': {
    title: 'Slots with nothing but the mandatory Slot, Schedule and HealthcareService',
    applications: core,
    on: ['Slot', 'Slot-busy'],
    sentinel: healthcareService('1503499715'),
    reply: slots('mandatory'),
    source: SOURCES.table,
  },
  'slot-timeout-408': {
    title: 'The Slot search times out',
    applications: core,
    on: ['Slot', 'Slot-busy'],
    sentinel: healthcareService('2000081230'),
    reply: refuses(
      fail('REC_TIMEOUT', 'timeout', 'The Receiver did not answer the Slot search in time.'),
    ),
    source: SOURCES.table,
  },
  'slot-busy': {
    title: 'Busy Slots only',
    applications: core,
    on: ['Slot-busy', 'Slot'],
    sentinel: healthcareService('2000071234'),
    reply: slots('busy'),
    source: SOURCES.simulator,
  },
  'booking-accepted': {
    title: 'New booking for a verified patient',
    applications: core,
    on: ['booking-new'],
    sentinel: patient(...NHS_NUMBERS.booked, others),
    reply: accepts(IDS.booking),
    source: SOURCES.table,
  },
  'booking-get': {
    title: 'Get the booking',
    applications: core,
    on: ['Appointment'],
    sentinel: id(IDS.booking),
    reply: holds({ type: 'Appointment', status: 'booked' }),
    source: SOURCES.table,
  },
  'booking-cancelled': {
    title: 'Cancel the booking',
    applications: core,
    on: ['booking-cancel'],
    sentinel: patient(none, others),
    reply: accepts(IDS.booking),
    source: SOURCES.table,
  },
  'booking-without-nhs-number': {
    title: 'New booking for a patient without an NHS number',
    applications: core,
    on: ['booking-new'],
    sentinel: patient(none),
    reply: accepts(IDS.booking),
    source: SOURCES.table,
  },
  'booking-not-found-404': {
    title: 'New booking for something the Receiver does not have',
    applications: core,
    on: ['booking-new'],
    sentinel: patient(...NHS_NUMBERS.notFound),
    reply: refuses(
      fail('REC_NOT_FOUND', 'not-found', 'The Receiver does not have what the booking is for.'),
    ),
    source: SOURCES.table,
  },
  'booking-conflict-409': {
    title: 'New booking of a Slot that is taken',
    applications: core,
    on: ['booking-new'],
    sentinel: patient(...NHS_NUMBERS.conflict),
    reply: refuses(
      fail(
        'REC_CONFLICT',
        'conflict',
        'The Slot is no longer free. Search again and book another.',
      ),
    ),
    source: SOURCES.table,
  },
  'booking-unprocessable-422': {
    title: 'New booking that the Receiver understands and cannot process',
    applications: core,
    on: ['booking-new'],
    sentinel: patient(...NHS_NUMBERS.unprocessable),
    reply: refuses(
      fail(
        'REC_UNPROCESSABLE_ENTITY',
        'processing',
        'The booking is well formed and the Receiver cannot process it.',
      ),
    ),
    source: SOURCES.table,
  },
  'booking-get-not-implemented-501': {
    title: 'Get a booking from a Receiver that does not offer it',
    applications: core,
    on: ['Appointment'],
    sentinel: id(IDS.bookingNotImplemented),
    reply: refuses(
      fail(
        'REC_NOT_IMPLEMENTED',
        'not-supported',
        'The Receiver does not offer reading an Appointment.',
      ),
    ),
    source: SOURCES.table,
  },
  'booking-then-get-501': {
    title: 'New booking whose Appointment cannot be read afterwards (501)',
    applications: core,
    on: ['booking-new'],
    sentinel: patient(...NHS_NUMBERS.readNotImplemented),
    reply: accepts(IDS.bookingNotImplemented),
    source: SOURCES.simulator,
  },
  'booking-updated': {
    title: 'Update of a booking that stays booked',
    applications: core,
    on: ['booking-update'],
    sentinel: patient(none, others),
    reply: accepts(IDS.booking),
    source: SOURCES.guide,
  },
})
