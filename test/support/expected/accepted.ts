import { asJson, isObject, type Json } from '../../../src/fhir/json.ts'
import { aUuid } from './matchers.ts'
import { planned } from './message.ts'

/** The Bundle sent as it comes back: `id` on the resource of that type, fresh ids where none was. */
export const accepted = (sent: unknown, type: string, id: string): Json => {
  const bundle = asJson(sent)
  for (const { resource } of entriesOf(bundle)) {
    if (!isObject(resource)) continue
    if (resource['resourceType'] === type) resource['id'] = id
    else if (resource['resourceType'] !== 'MessageHeader') resource['id'] ??= aUuid()
  }
  return bundle
}

/** The same of a new referral, of which the Receiver plans an Encounter. */
export const referred = (sent: unknown, id: string): object => {
  const bundle = accepted(sent, 'ServiceRequest', id)
  const entries = entriesOf(bundle)
  const patient = entries.find(
    ({ resource }) => isObject(resource) && resource['resourceType'] === 'Patient',
  )
  return { ...Object(bundle), entry: [...entries, planned(String(patient?.['fullUrl']))] }
}

const entriesOf = (bundle: Json): readonly Record<string, Json>[] => {
  if (!isObject(bundle) || !Array.isArray(bundle['entry'])) throw new Error('not a message')
  return bundle['entry'].flatMap((entry) => (isObject(entry) ? [entry] : []))
}
