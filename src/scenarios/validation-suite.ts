import { fail } from '../bars/failure.ts'
import { accepts, holds, refuses, SOURCES, suite } from './scenario.ts'
import { IDS, id, NHS_NUMBERS, none, others, patient } from './sentinels.ts'

const cas = ['999-CAS'] as const

export const validationScenarios = suite('Validation', {
  'validation-accepted': {
    title: 'New validation request',
    applications: cas,
    on: ['validation-new'],
    sentinel: patient(none, others),
    reply: accepts(IDS.validation),
    source: SOURCES.table,
  },
  'validation-then-get-408': {
    title: 'New validation request whose ServiceRequest cannot be read afterwards (408)',
    applications: cas,
    on: ['validation-new'],
    sentinel: patient(...NHS_NUMBERS.readTimesOut),
    reply: accepts(IDS.validationTimesOut),
    source: SOURCES.table,
  },
  'validation-then-get-501': {
    title: 'New validation request whose ServiceRequest cannot be read afterwards (501)',
    applications: cas,
    on: ['validation-new'],
    sentinel: patient(...NHS_NUMBERS.readNotImplemented),
    reply: accepts(IDS.validationNotImplemented),
    source: SOURCES.table,
  },
  'validation-get': {
    title: 'Get the validation request',
    applications: cas,
    on: ['ServiceRequest'],
    sentinel: id(IDS.validation),
    reply: holds({ type: 'ServiceRequest', category: 'validation', status: 'active' }),
    source: SOURCES.table,
  },
  'validation-updated': {
    title: 'Update the validation request',
    applications: cas,
    on: ['validation-update'],
    sentinel: patient(none, others),
    reply: accepts(IDS.validation),
    source: SOURCES.table,
  },
  'validation-cancelled': {
    title: 'Cancel the validation request',
    applications: cas,
    on: ['validation-cancel'],
    sentinel: patient(none, others),
    reply: accepts(IDS.validation),
    source: SOURCES.table,
  },
  'validation-not-found-404': {
    title: 'New validation request for something the Receiver does not have',
    applications: cas,
    on: ['validation-new'],
    sentinel: patient(...NHS_NUMBERS.notFound),
    reply: refuses(
      fail(
        'REC_NOT_FOUND',
        'not-found',
        'The Receiver does not have what the validation request is for.',
      ),
    ),
    source: SOURCES.table,
  },
  'validation-conflict-409': {
    title: 'New validation request that conflicts with what the Receiver holds',
    applications: cas,
    on: ['validation-new'],
    sentinel: patient(...NHS_NUMBERS.conflict, '9658499112'),
    reply: refuses(
      fail(
        'REC_CONFLICT',
        'conflict',
        'The validation request conflicts with one that the Receiver already holds.',
      ),
    ),
    source: SOURCES.table,
  },
  'validation-unprocessable-422': {
    title: 'New validation request that the Receiver understands and cannot process',
    applications: cas,
    on: ['validation-new'],
    sentinel: patient(...NHS_NUMBERS.unprocessable, '9658499120'),
    reply: refuses(
      fail(
        'REC_UNPROCESSABLE_ENTITY',
        'processing',
        'The validation request is well formed and the Receiver cannot process it.',
      ),
    ),
    source: SOURCES.table,
  },
  'validation-unauthorised-401': {
    title: 'New validation request from a Sender that the Receiver does not let in',
    applications: cas,
    on: ['validation-new'],
    sentinel: patient(...NHS_NUMBERS.unauthorised),
    reply: refuses(
      fail(
        'REC_UNAUTHORIZED',
        'security',
        'The Receiver takes no validation requests from this organisation.',
      ),
    ),
    source: SOURCES.table,
  },
  'validation-get-timeout-408': {
    title: 'Get a validation request from a Receiver that does not answer in time',
    applications: cas,
    on: ['ServiceRequest'],
    sentinel: id(IDS.validationTimesOut),
    reply: refuses(fail('REC_TIMEOUT', 'timeout', 'The Receiver did not answer the read in time.')),
    // The table prints the id of the happy answer here.
    source: SOURCES.ruling(1),
  },
  'validation-get-not-implemented-501': {
    title: 'Get a validation request from a Receiver that does not offer it',
    applications: cas,
    on: ['ServiceRequest'],
    sentinel: id(IDS.validationNotImplemented),
    reply: refuses(
      fail(
        'REC_NOT_IMPLEMENTED',
        'not-supported',
        'The Receiver does not offer reading this ServiceRequest.',
      ),
    ),
    source: SOURCES.table,
  },
})
