import { USE_CASES, type UseCase } from '../bars/code-systems.ts'
import { MESSAGE_DEFINITIONS, type MessageDefinitionName } from '../bars/message-definitions.ts'

/** A MessageDefinition that a service offers, for those use cases. */
type Offer = readonly [definition: MessageDefinitionName, useCases: readonly UseCase[]]

const offer = (
  useCases: readonly UseCase[],
  ...definitions: readonly MessageDefinitionName[]
): readonly Offer[] => definitions.map((definition) => [definition, useCases])

const keys = <T extends object>(table: T) =>
  Object.keys(table).filter((key): key is keyof T & string => Object.hasOwn(table, key))

const everything = offer(keys(USE_CASES), ...keys(MESSAGE_DEFINITIONS))
const intoUrgentCare = ['a1t1', 'a1t3', 'a2t1', 'a2t3'] as const
const validation = ['a4t1', 'a4t2', 'a4t3', 'a4t4'] as const
const cad = ['a6t1', 'a6t2', 'a6t3'] as const

/** The MessageDefinitions of each kind of service, in the order they are answered. */
export const DEFINITIONS = {
  'any-service': everything,
  // The same, each made invalid by an Invoice among its focus.
  invalid: everything,
  'booking-and-referral-receiver': offer(
    intoUrgentCare,
    'servicerequest-request-referral',
    'servicerequest-request-cancelled',
    'booking-request',
    'booking-request-cancelled',
  ),
  'booking-and-referral-sender': offer(intoUrgentCare, 'servicerequest-response-referral'),
  'referral-receiver': offer(
    [...intoUrgentCare, 'a1t5', 'a3t1'],
    'servicerequest-request-referral',
    'servicerequest-request-cancelled',
  ),
  'validation-receiver': [
    ...offer(validation, 'servicerequest-request-validation'),
    ...offer(['a3t1'], 'servicerequest-request-referral'),
    ...offer([...validation, 'a3t1'], 'servicerequest-request-cancelled'),
  ],
  'validation-sender': offer(
    validation,
    'servicerequest-response-validation-full',
    'servicerequest-response-validation-interim',
  ),
  pharmacy: offer(
    ['a5t1', 'referraltopharmacy'],
    'servicerequest-request-referral',
    'servicerequest-request-cancelled',
  ),
  cad: offer(
    cad,
    'servicerequest-request-referral',
    'servicerequest-request-cancelled',
    'servicerequest-response-referral-short',
    'servicerequest-response-referral',
  ),
} as const satisfies Readonly<Record<string, readonly Offer[]>>

export type DefinitionsName = keyof typeof DEFINITIONS
