import { isObject, type Json } from '../../../src/fhir/json.ts'

/** What a message may point at that it does not hold: a journey, and a booking made before. */
const ELSEWHERE = /^(EpisodeOfCare|Appointment)\//

/** What a searchset of bookings or referrals points at: no search includes it. */
const NOT_INCLUDED = /^(Patient|Slot)\//

/** The references of a Bundle that lead to none of its fullUrls. */
export const dangling = (bundle: Json, base: string): readonly string[] => {
  const entries = isObject(bundle) && Array.isArray(bundle['entry']) ? bundle['entry'] : []
  const found = new Set(entries.map((entry) => (isObject(entry) ? entry['fullUrl'] : undefined)))
  const isMessage = isObject(bundle) && bundle['type'] === 'message'
  const pointsElsewhere = isMessage ? ELSEWHERE : isByPatient(entries) ? NOT_INCLUDED : undefined
  return referencesIn(entries).filter((reference) => {
    const url = reference.startsWith('urn:') ? reference : `${base}/${reference}`
    return !found.has(url) && pointsElsewhere?.test(reference) !== true
  })
}

const isByPatient = (entries: readonly Json[]): boolean =>
  entries.every((entry) => isObject(entry) && hasPatient(entry['resource'] ?? null))

const hasPatient = (resource: Json): boolean =>
  isObject(resource) && ['Appointment', 'ServiceRequest'].includes(String(resource['resourceType']))

const referencesIn = (json: Json): readonly string[] => {
  if (Array.isArray(json)) return json.flatMap(referencesIn)
  if (!isObject(json)) return []
  const own = typeof json['reference'] === 'string' ? [json['reference']] : []
  return [...own, ...Object.values(json).flatMap(referencesIn)]
}

/** The fullUrls that a Bundle has more than once. */
export const repeated = (bundle: Json): readonly Json[] => {
  const entries = isObject(bundle) && Array.isArray(bundle['entry']) ? bundle['entry'] : []
  const urls = entries.map((entry) => (isObject(entry) ? (entry['fullUrl'] ?? null) : null))
  return urls.filter((url, place) => urls.indexOf(url) !== place)
}
