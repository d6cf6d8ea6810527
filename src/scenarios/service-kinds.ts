import { USE_CASES, type UseCase } from '../bars/code-systems.ts'
import type { EndpointType } from '../bars/endpoints.ts'
import { MESSAGE_DEFINITIONS, type MessageDefinitionName } from '../bars/message-definitions.ts'

/** The resources, besides the one that describes its messages, that a service reads or searches. */
export type CapableOf = Exclude<EndpointType, 'MessageDefinition'>

/** What a service says that it can do. */
export interface Capability {
  readonly server: readonly CapableOf[]
  readonly client: readonly CapableOf[]
  readonly receives: readonly MessageDefinitionName[]
  readonly sends: readonly MessageDefinitionName[]
}

const all = ['Appointment', 'ServiceRequest', 'Slot'] as const

const bookingAndReferral = [
  'booking-request',
  'booking-request-cancelled',
  'servicerequest-request-referral',
  'servicerequest-request-cancelled',
] as const

const validationRequests = [
  'servicerequest-request-referral',
  'servicerequest-request-cancelled',
  'servicerequest-request-validation',
] as const

const validationResponses = [
  'servicerequest-response-validation-full',
  'servicerequest-response-validation-interim',
] as const

const everything = [
  ...bookingAndReferral,
  'servicerequest-request-validation',
  ...validationResponses,
  'servicerequest-response-referral',
  'servicerequest-response-referral-short',
] as const

/** What each kind of service says that it can do, as the real simulator has it. */
// biome-ignore format: a table reads by column
export const CAPABILITIES = {
  'any-service':                   { server: all,                client: all,                receives: everything,                           sends: everything },
  'booking-and-referral-receiver': { server: all,                client: [],                 receives: bookingAndReferral,                   sends: ['servicerequest-response-referral'] },
  'booking-and-referral-sender':   { server: [],                 client: all,                receives: ['servicerequest-response-referral'], sends: bookingAndReferral },
  'referral-receiver':             { server: ['ServiceRequest'], client: [],                 receives: ['servicerequest-request-referral'],  sends: [] },
  'validation-receiver':           { server: ['ServiceRequest'], client: [],                 receives: validationRequests,                   sends: validationResponses },
  'validation-sender':             { server: [],                 client: ['ServiceRequest'], receives: validationResponses,                  sends: validationRequests },
} as const satisfies Readonly<Record<string, Capability>>

export type CapabilityName = keyof typeof CAPABILITIES

/** A MessageDefinition that a service offers, for those use cases. */
type Offer = readonly [definition: MessageDefinitionName, useCases: readonly UseCase[]]

const offer = (
  useCases: readonly UseCase[],
  ...definitions: readonly MessageDefinitionName[]
): readonly Offer[] => definitions.map((definition) => [definition, useCases])

const keys = <T extends object>(table: T) =>
  Object.keys(table).filter((key): key is keyof T & string => Object.hasOwn(table, key))

const everyDefinition = offer(keys(USE_CASES), ...keys(MESSAGE_DEFINITIONS))
const intoUrgentCare = ['a1t1', 'a1t3', 'a2t1', 'a2t3'] as const
const validation = ['a4t1', 'a4t2', 'a4t3', 'a4t4'] as const
const cad = ['a6t1', 'a6t2', 'a6t3'] as const

/** The MessageDefinitions of each kind of service, in the order they are answered. */
export const DEFINITIONS = {
  'any-service': everyDefinition,
  // The same, each made invalid by an Invoice among its focus.
  invalid: everyDefinition,
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
