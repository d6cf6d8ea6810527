import { fail } from '../bars/failure.ts'
import { accepts, refuses, SOURCES, suite } from './scenario.ts'
import { IDS, NHS_NUMBERS, none, others, patient } from './sentinels.ts'

// An update of a response is taken whatever the patient (ruling 25).
const refusesNew = {
  reason: 'new',
  reply: refuses(
    fail(
      'REC_UNAUTHORIZED',
      'security',
      'The original Sender takes no responses from this organisation.',
    ),
  ),
} as const

export const responseScenarios = suite('Response', {
  'validation-response-full': {
    title: 'Validation request that a full response follows, and that response',
    applications: ['999-CAS'],
    on: ['validation-new', 'validation-response-full'],
    sentinel: patient(...NHS_NUMBERS.fullResponse),
    reply: accepts(IDS.validation),
    source: SOURCES.table,
  },
  'validation-response-interim': {
    title: 'Validation request that an interim response follows, and that response',
    applications: ['999-CAS'],
    on: ['validation-new', 'validation-response-interim'],
    sentinel: patient(...NHS_NUMBERS.interimResponse),
    reply: accepts(IDS.validation),
    source: SOURCES.table,
  },
  'safeguarding-response': {
    title: 'Response to a referral: the patient did not attend, with a safeguarding concern',
    applications: ['111-ED'],
    on: ['referral-response'],
    sentinel: patient('9054613556', '9658499163', none, others),
    reply: accepts(),
    source: SOURCES.table,
  },
  'safeguarding-response-unauthorised-401': {
    title: 'New response to a referral from a Receiver that is not let in',
    applications: ['111-ED'],
    on: ['referral-response', 'referral-response-short'],
    sentinel: patient(...NHS_NUMBERS.unauthorised, '9658499171'),
    ...refusesNew,
    source: SOURCES.table,
  },
  'validation-response-accepted': {
    title: 'Interim or full response to a validation request, for any other patient',
    applications: ['999-CAS'],
    on: ['validation-response-interim', 'validation-response-full'],
    sentinel: patient(none, others),
    reply: accepts(),
    source: SOURCES.simulator,
  },
  'validation-response-unauthorised-401': {
    title: 'New response to a validation request from a Receiver that is not let in',
    applications: ['999-CAS'],
    on: ['validation-response-interim', 'validation-response-full'],
    sentinel: patient(...NHS_NUMBERS.unauthorised),
    ...refusesNew,
    source: SOURCES.simulator,
  },
  'referral-response-short-accepted': {
    title: 'Short response to a referral',
    applications: ['CAD-CAD'],
    on: ['referral-response-short'],
    sentinel: patient(none, others),
    reply: accepts(),
    source: SOURCES.guide,
  },
})
