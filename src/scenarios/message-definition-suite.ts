import { fail } from '../bars/failure.ts'
import { definitions, refuses, SOURCES, suite } from './scenario.ts'
import { context, others } from './sentinels.ts'

export const messageDefinitionScenarios = suite('MessageDef', {
  'message-definition-booking-and-referral-receiver': {
    title: 'MessageDefinitions of a booking and referral Receiver',
    applications: ['111-ED'],
    on: ['MessageDefinition'],
    sentinel: context('2000011147'),
    reply: definitions('booking-and-referral-receiver'),
    source: SOURCES.table,
  },
  'message-definition-referral-receiver': {
    title: 'MessageDefinitions of a referral Receiver',
    applications: ['111-ED', '999-CAS'],
    on: ['MessageDefinition'],
    sentinel: context('2000076289'),
    reply: definitions('referral-receiver'),
    source: SOURCES.table,
  },
  'message-definition-validation-receiver': {
    title: 'MessageDefinitions of a validation Receiver',
    applications: ['999-CAS'],
    on: ['MessageDefinition'],
    sentinel: context('2000003366'),
    reply: definitions('validation-receiver'),
    source: SOURCES.table,
  },
  'message-definition-validation-sender': {
    title: 'MessageDefinitions of a validation Sender, which takes interim and full responses',
    applications: ['999-CAS'],
    on: ['MessageDefinition'],
    sentinel: context('1374839566'),
    reply: definitions('validation-sender'),
    source: SOURCES.table,
  },
  'message-definition-any-service': {
    title: 'MessageDefinitions of any other service',
    applications: ['BaRS Core'],
    on: ['MessageDefinition'],
    sentinel: context(others),
    reply: definitions('any-service'),
    source: SOURCES.table,
  },
  'message-definition-unauthorised-401': {
    title: 'The Receiver does not let the Sender see its MessageDefinitions',
    applications: ['BaRS Core'],
    on: ['MessageDefinition'],
    sentinel: context('FAIL0401'),
    reply: refuses(
      fail(
        'REC_UNAUTHORIZED',
        'security',
        'The Receiver does not let this organisation read its MessageDefinitions.',
      ),
    ),
    source: SOURCES.table,
  },
  'message-definition-not-found-404': {
    title: 'The Receiver has no such service',
    applications: ['BaRS Core'],
    on: ['MessageDefinition'],
    sentinel: context('FAIL0404'),
    reply: refuses(
      fail(
        'REC_NOT_FOUND',
        'not-found',
        'The Receiver has no MessageDefinitions for the service in the parameter context.',
      ),
    ),
    source: SOURCES.table,
  },
  'message-definition-invalid': {
    title: 'MessageDefinitions that no BaRS message can satisfy: each asks for an Invoice',
    applications: ['BaRS Core'],
    on: ['MessageDefinition'],
    // The second is the real simulator's.
    sentinel: context('2000071898', 'BAD'),
    reply: definitions('invalid', '2000071898'),
    source: SOURCES.table,
  },
  'message-definition-booking-and-referral-sender': {
    title: 'MessageDefinitions of a booking and referral Sender',
    applications: ['111-ED'],
    on: ['MessageDefinition'],
    sentinel: context('2000093816'),
    reply: definitions('booking-and-referral-sender'),
    source: SOURCES.simulator,
  },
  'message-definition-pharmacy': {
    title: 'MessageDefinitions of a community pharmacy',
    applications: ['GP-Pharmacy'],
    on: ['MessageDefinition'],
    sentinel: context('2000070513'),
    reply: definitions('pharmacy'),
    source: SOURCES.simulator,
  },
  'message-definition-cad': {
    title: 'MessageDefinitions of an ambulance CAD',
    applications: ['CAD-CAD'],
    on: ['MessageDefinition'],
    sentinel: context('2000159909'),
    reply: definitions('cad'),
    source: SOURCES.simulator,
  },
})
