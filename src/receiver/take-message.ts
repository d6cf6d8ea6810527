import type { Encounter } from 'fhir/r4'
import { isFromSlotSearch } from '../bars/ids.ts'
import type { Message } from '../bars/message.ts'
import { isResponse, opens, type Workflow } from '../bars/workflow.ts'
import type { Entry, Resource } from '../fhir/bundle.ts'
import { type JsonObject, list, member, text } from '../fhir/json.ts'
import { instant, joined } from '../fhir/time.ts'

/** The clock and the source of ids, given by the edge. */
export interface Now {
  /** Milliseconds. */
  readonly now: number
  readonly newId: () => string
}

/**
 * The synchronous answer to a message taken: the Bundle sent, with the Receiver's ids (ruling 11).
 * fullUrls, references and MessageHeader stay as sent; a response, of which the Receiver holds nothing,
 * stays so whole. `promised` is the id the focus gets.
 */
export const takeMessage = (
  { bundle, workflow, focus }: Message,
  promised: string | undefined,
  given: Now,
): JsonObject => {
  if (isResponse(workflow)) return bundle
  const entry = bundle.entry.map((each) => ({
    ...each,
    resource:
      each === focus && promised !== undefined
        ? withId(each.resource, promised)
        : withReceiverId(each.resource, workflow, given.newId),
  }))
  return {
    ...bundle,
    entry:
      opens(workflow) && workflow !== 'booking-new'
        ? [...entry, plannedEncounter(focus, bundle.entry, given)]
        : entry,
  }
}

const withReceiverId = (resource: Resource, workflow: Workflow, newId: () => string): Resource => {
  if (resource.resourceType === 'MessageHeader') return resource
  const sent = text(resource, 'id')
  const isKept = opens(workflow)
    ? isFromSlotSearch(resource.resourceType, sent)
    : sent !== undefined
  return isKept ? resource : withId(resource, newId())
}

const withId = (resource: Resource, id: string): Resource => ({ ...resource, id })

// BaRS Applications 1 to 6 and 8, "Payloads": the Receiver of a new request answers with an Encounter of
// its own, linked to the patient and the journey (EpisodeOfCare) of the Sender's.
const plannedEncounter = (
  { resource: request }: Entry,
  entries: readonly Entry[],
  { now, newId }: Now,
): JsonObject => {
  const id = newId()
  const begins = instant(now)
  const subject = text(member(request, 'subject'), 'reference')
  const journeys = journeysIn(entries)
  const encounter: Encounter = {
    resourceType: 'Encounter',
    id,
    meta: {
      lastUpdated: begins,
      profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Encounter'],
    },
    identifier: [{ system: 'https://bars-sandbox.example/Id/case-number', value: id.slice(0, 8) }],
    status: 'planned',
    class: {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
      code: 'EMER',
      display: 'emergency',
    },
    ...(subject && { subject: { reference: subject } }),
    ...(journeys.length > 0 && { episodeOfCare: journeys.map((reference) => ({ reference })) }),
    period: { start: begins },
  }
  // Not the id: a fullUrl is of the message, and some FHIR libraries drop an id that repeats it.
  return { fullUrl: joined('urn:uuid:', newId()), resource: encounter }
}

/** What the Encounters of a message are episodes of: distinct and sorted. */
const journeysIn = (entries: readonly Entry[]): readonly string[] => {
  const journeys = entries
    .filter(({ resource }) => resource.resourceType === 'Encounter')
    .flatMap(({ resource }) => list(resource, 'episodeOfCare'))
    .map((each) => text(each, 'reference'))
    .filter((reference) => reference !== undefined)
  return [...new Set(journeys)].sort()
}
