import { type Entry, isMessageBundle, readMessageBundle } from '../../../src/fhir/bundle.ts'
import type { JsonObject } from '../../../src/fhir/json.ts'

/** An entry that holds a resource, and where in the message that resource is (FHIRPath). */
export interface PlacedEntry {
  readonly where: string
  readonly entry: Entry
}

/** The entries of a Bundle that hold a resource, however wrong the others are. */
export const entriesOf = ({ entry }: JsonObject): readonly PlacedEntry[] =>
  (Array.isArray(entry) ? entry : []).flatMap((each, place) => {
    const read = readMessageBundle({ resourceType: 'Bundle', type: 'message', entry: [each] })
    const [found] = isMessageBundle(read) ? read.entry : []
    return found === undefined ? [] : [{ where: `Bundle.entry[${place}].resource`, entry: found }]
  })

/** Whether an entry holds a resource of that type. */
export const isOf =
  (resourceType: string) =>
  ({ entry }: PlacedEntry): boolean =>
    entry.resource.resourceType === resourceType
