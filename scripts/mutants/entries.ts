import type { Interaction } from '../../contracts/src/pact/pact-file.ts'
import { isObject, type Json } from '../../src/fhir/json.ts'
import { pinsOf, valueAt } from './pins.ts'

/** The fullUrls of the entries that an interaction pins. */
export const pinnedEntries = ({ request }: Interaction): ReadonlySet<Json | undefined> => {
  const content = request.body?.content
  const pins = pinsOf(request.matchingRules?.body ?? {}, content)
  const places = pins.flatMap(({ at }) => (at[0] === 'entry' && at.length > 1 ? [at[1] ?? 0] : []))
  return new Set(places.map((place) => valueAt(content, ['entry', place, 'fullUrl'])))
}

/** A message with no entries but those. */
export const entriesOf = (
  message: Json | undefined,
  fullUrls: ReadonlySet<Json | undefined>,
): Json | undefined =>
  isObject(message) && Array.isArray(message['entry'])
    ? {
        ...message,
        entry: message['entry'].filter((entry) => fullUrls.has(valueAt(entry, ['fullUrl']))),
      }
    : message
