import type { EndpointType } from '../bars/endpoints.ts'
import type { MessageDefinitionName } from '../bars/message-definitions.ts'

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
