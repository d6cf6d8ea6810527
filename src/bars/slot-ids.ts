import type { ServiceId } from './services.ts'

/**
 * How the ids start of what GET /Slot answers, by type: the real simulator's ids, of which the last
 * group is ours to tell services and times apart.
 */
const PREFIXES = {
  Slot: 'da83ae28-46f0-4aad-9c54-',
  Schedule: '7e8c4baa-b7a7-4a7c-bb8c-',
  HealthcareService: '5088769a-491e-463f-a167-',
  Practitioner: 'cad5a61c-3797-4f26-8921-',
  PractitionerRole: '6bea99e7-b97f-4ee1-980d-',
  Location: 'd23eac9a-12e7-46c5-8781-',
  Organization: '3b8f7c52-6d41-4e0a-9f25-',
} as const

type SlotResource = keyof typeof PREFIXES

/** The id of a service's Slot that starts at that minute since 1970. */
export const slotId = (service: ServiceId, minute: number): string =>
  `${PREFIXES.Slot}${minute.toString(16).padStart(8, '0')}${service.slice(-4)}`

/** The id of what a service's Slots lead to. */
export const slotResourceId = (type: Exclude<SlotResource, 'Slot'>, service: ServiceId): string =>
  `${PREFIXES[type]}${service.padStart(12, '0')}`

const isSlotResource = (type: string): type is SlotResource => Object.hasOwn(PREFIXES, type)

/** Whether an id was taken from GET /Slot: a Receiver keeps those when it takes a booking. */
export const isFromSlotSearch = (resourceType: string, id: string | undefined): boolean =>
  isSlotResource(resourceType) && id?.toLowerCase().startsWith(PREFIXES[resourceType]) === true
