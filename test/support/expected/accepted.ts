import { asJson, isObject, type Json } from '../../../src/fhir/json.ts'
import { aUuid } from './matchers.ts'

/** The Bundle sent as it comes back: `id` on the resource of that type, fresh ids where none was. */
export const accepted = (sent: unknown, type: string, id: string): Json => {
  const bundle = asJson(sent)
  if (!isObject(bundle) || !Array.isArray(bundle['entry'])) throw new Error('not a message')
  for (const entry of bundle['entry']) {
    if (!isObject(entry) || !isObject(entry['resource'])) continue
    const { resource } = entry
    if (resource['resourceType'] === type) resource['id'] = id
    else if (resource['resourceType'] !== 'MessageHeader') resource['id'] ??= aUuid()
  }
  return bundle
}
