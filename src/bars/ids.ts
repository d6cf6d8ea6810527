import type { ServiceId } from './services.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether `value` has the form of a UUID, in either letter case: .NET writes upper case. */
export const isUuid = (value: string): boolean => UUID.test(value)

/** The ten digits of an NHS number written with or without spaces or hyphens. */
export const digitsOf = (value: string): string => value.replace(/[\s-]/g, '')

/** Whether an NHS number's last digit is its Modulus 11 check digit (NHS Data Dictionary, NHS NUMBER). */
export const hasValidCheckDigit = (nhsNumber: string): boolean => {
  if (!/^\d{10}$/.test(nhsNumber)) return false
  const digits = [...nhsNumber].map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === digits[9]
}

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
