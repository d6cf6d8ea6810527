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

const numbered = (group: string, number: number): string =>
  `${group}-0000-4000-8000-${String(number).padStart(12, '0')}`

/** UUIDs that count up, of a group that they begin with. */
export const countingIds = (group: string): (() => string) => {
  let count = 0
  return () => {
    count += 1
    return numbered(group, count)
  }
}

const placeOf = (name: EntryName): number => NAMES.indexOf(name) + 1

/** The fullUrl of an entry, by which other entries refer to it. */
export const fullUrl = (name: EntryName): string =>
  `urn:uuid:${numbered('0ba25000', placeOf(name))}`

/** The id that the Receiver gave a resource when its conversation opened. */
export const receiverId = (name: EntryName): string => numbered('0ba25001', placeOf(name))

/** The Bundle.id of an example message. */
export const BUNDLE_ID = '0ba25002-0000-4000-8000-000000000001'

/** The Bundle.id of the request that an example response answers. */
export const REQUEST_BUNDLE_ID = '0ba25002-0000-4000-8000-000000000002'

/** The X-Request-Id and X-Correlation-Id of an example request. */
export const REQUEST_ID = '0ba25003-0000-4000-8000-000000000001'
export const CORRELATION_ID = '0ba25003-0000-4000-8000-000000000002'

/** The journey of the patient of the examples. */
export const EPISODE_OF_CARE = 'EpisodeOfCare/0ba25004-0000-4000-8000-000000000001'
