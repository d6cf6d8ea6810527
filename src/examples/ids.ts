/** The entries an example message may have, in the order they come. */
export const NAMES = [
  'MessageHeader',
  'Appointment',
  'ServiceRequest',
  'Patient',
  'Encounter',
  'Encounter-2',
  'CarePlan',
  'Location',
  'Organization',
  'Organization-2',
  'Practitioner',
  'PractitionerRole',
  'Consent',
  'HealthcareService',
  'Slot',
  'Schedule',
  'Flag',
  'Condition',
] as const

export type EntryName = (typeof NAMES)[number]

const numbered = (group: string, name: EntryName): string =>
  `${group}-0000-4000-8000-${String(NAMES.indexOf(name) + 1).padStart(12, '0')}`

/** The fullUrl of an entry, by which other entries refer to it. */
export const fullUrl = (name: EntryName): string => `urn:uuid:${numbered('0ba25000', name)}`

/** The id that the Receiver gave a resource when its conversation opened. */
export const receiverId = (name: EntryName): string => numbered('0ba25001', name)

/** The Bundle.id of an example message. */
export const BUNDLE_ID = '0ba25002-0000-4000-8000-000000000001'

/** The Bundle.id of the request that an example response answers. */
export const REQUEST_BUNDLE_ID = '0ba25002-0000-4000-8000-000000000002'

/** The X-Request-Id and X-Correlation-Id of an example request. */
export const REQUEST_ID = '0ba25003-0000-4000-8000-000000000001'
export const CORRELATION_ID = '0ba25003-0000-4000-8000-000000000002'

/** The journey of the patient of the examples. */
export const EPISODE_OF_CARE = 'EpisodeOfCare/0ba25004-0000-4000-8000-000000000001'
