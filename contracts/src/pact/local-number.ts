import { isList, isRecord, type Json } from './json.ts'

/** What a Patient who has no NHS number is known by, so that "none" shows in an example. */
const LOCAL = { system: 'https://bars-sandbox.example/Id/local-patient', value: 'LOCAL-1' }

/** A message whose Patient has an identifier: its own, else a local one. */
export const withLocalNumber = (message: Json): Json => {
  if (!isRecord(message) || !isList(message['entry'])) return message
  return { ...message, entry: message['entry'].map(withIdentifier) }
}

const withIdentifier = (entry: Json): Json => {
  if (!isRecord(entry) || !isRecord(entry['resource'])) return entry
  const { resource } = entry
  return resource['resourceType'] === 'Patient' && resource['identifier'] === undefined
    ? { ...entry, resource: { ...resource, identifier: [LOCAL] } }
    : entry
}
