import { allowOf, ENDPOINTS } from '../bars/endpoints.ts'
import { fail } from '../bars/failure.ts'
import { accepts, holds, refuses, SOURCES, suite } from './scenario.ts'
import { IDS, id, NHS_NUMBERS, none, others, patient } from './sentinels.ts'

const both = ['111-ED', '999-CAS'] as const

export const referralScenarios = suite('Referral', {
  'referral-accepted': {
    title: 'New referral for a verified patient',
    applications: both,
    on: ['referral-new'],
    sentinel: patient(...NHS_NUMBERS.referred, others),
    reply: accepts(IDS.referral),
    source: SOURCES.table,
  },
  'referral-get': {
    title: 'Get the referral',
    applications: both,
    on: ['ServiceRequest'],
    sentinel: id(IDS.referral),
    reply: holds({ type: 'ServiceRequest', category: 'referral', status: 'active' }),
    source: SOURCES.table,
  },
  'referral-cancelled': {
    title: 'Cancel the referral',
    applications: both,
    on: ['referral-cancel'],
    sentinel: patient(none, others),
    reply: accepts(IDS.referral),
    source: SOURCES.table,
  },
  'referral-without-nhs-number': {
    title: 'New referral for a patient without an NHS number',
    applications: both,
    on: ['referral-new'],
    sentinel: patient(none),
    reply: accepts(IDS.referral),
    source: SOURCES.table,
  },
  'referral-bad-request-400': {
    title: 'New referral that the Receiver finds malformed',
    applications: both,
    on: ['referral-new'],
    sentinel: patient(...NHS_NUMBERS.badRequest),
    reply: refuses(
      fail('REC_BAD_REQUEST', 'invariant', 'The Receiver found the referral malformed.'),
    ),
    source: SOURCES.table,
  },
  'referral-server-error-500': {
    title: 'New referral that makes the Receiver fail',
    applications: both,
    on: ['referral-new'],
    sentinel: patient(...NHS_NUMBERS.serverError),
    reply: refuses(
      fail('REC_SERVER_ERROR', 'exception', 'The Receiver failed while it took the referral.'),
    ),
    source: SOURCES.table,
  },
  'referral-get-method-not-allowed-405': {
    title: 'Get a referral from a Receiver that does not allow it',
    applications: both,
    on: ['ServiceRequest'],
    sentinel: id(IDS.referralNotAllowed),
    reply: refuses(
      fail(
        'REC_METHOD_NOT_ALLOWED',
        'not-supported',
        'The Receiver does not allow GET of this ServiceRequest.',
        // The endpoint's own: this ServiceRequest alone is refused.
        { Allow: allowOf(ENDPOINTS.ServiceRequest) },
      ),
    ),
    source: SOURCES.table,
  },
  'referral-get-too-many-requests-429': {
    title: 'Get a referral from a Receiver that is asked too often',
    applications: both,
    on: ['ServiceRequest'],
    sentinel: id(IDS.referralThrottled),
    reply: refuses(
      fail(
        'REC_TOO_MANY_REQUESTS',
        'throttled',
        'The Receiver has had too many requests from this Sender. Wait, then try again.',
      ),
    ),
    source: SOURCES.table,
  },
  'referral-get-unavailable-503': {
    title: 'Get a referral from a Receiver that is unavailable',
    applications: both,
    on: ['ServiceRequest'],
    sentinel: id(IDS.referralUnavailable),
    reply: refuses(
      fail('REC_UNAVAILABLE', 'transient', 'The Receiver is unavailable for now. Try again later.'),
    ),
    source: SOURCES.table,
  },
  'referral-then-get-405': {
    title: 'New referral whose ServiceRequest cannot be read afterwards (405)',
    applications: both,
    on: ['referral-new'],
    sentinel: patient(...NHS_NUMBERS.readNotAllowed),
    reply: accepts(IDS.referralNotAllowed),
    source: SOURCES.simulator,
  },
  'referral-then-get-429': {
    title: 'New referral whose ServiceRequest cannot be read afterwards (429)',
    applications: both,
    on: ['referral-new'],
    sentinel: patient(...NHS_NUMBERS.readThrottled),
    reply: accepts(IDS.referralThrottled),
    source: SOURCES.simulator,
  },
  'referral-then-get-503': {
    title: 'New referral whose ServiceRequest cannot be read afterwards (503)',
    applications: both,
    on: ['referral-new'],
    sentinel: patient(...NHS_NUMBERS.readUnavailable),
    reply: accepts(IDS.referralUnavailable),
    source: SOURCES.simulator,
  },
  'referral-updated': {
    title: 'Update of a referral',
    applications: ['CAD-CAD'],
    on: ['referral-update'],
    sentinel: patient(none, others),
    reply: accepts(IDS.referral),
    source: SOURCES.guide,
  },
})
