/** A BaRS message: a Bundle, its MessageHeader first. */

import { entry, organisation, to } from './entries.ts'
import { BARS, type Bundle, CODES, coding, type Entry, IDS, type Message, now } from './fhir.ts'
import { reasonSent, spoilt } from './mistakes.ts'

export const SERVICE = '2000072489'

export interface Parts {
  readonly event: 'booking-request' | 'servicerequest-request'
  readonly reason: 'new' | 'update'
  /** Of a booking, its status. */
  readonly category: 'referral' | 'booked' | 'cancelled'
  /** The last part of the URL of the MessageDefinition. */
  readonly definition: string
  readonly parties: Parties
  readonly focus: Entry
  readonly others: readonly Entry[]
}

/** What the reasons are called. */
const REASONS = { new: 'New', update: 'Update' } as const

/** Who sends, and who receives. */
export interface Parties {
  readonly us: Entry
  readonly them: Entry
}

export const partiesOf = (odsCode: string): Parties => ({
  us: organisation('Calder Telehealth', odsCode),
  them: organisation('St Elsewhere Trust', 'RX1'),
})

/** The whole, with the use-context header that says in short what it is. */
export const message = (parts: Parts): Message => ({
  useContext: `a1t1|${parts.category}|${parts.event}|${reasonSent(parts.reason)}`,
  bundle: bundle(parts),
})

const SOFTWARE = {
  url: 'https://fhir.nhs.uk/StructureDefinition/CDSSExtension',
  extension: [
    { url: 'RequesterCDSSsoftware', valueString: 'Calder' },
    { url: 'RequesterCDSSversion', valueString: '4.2.0' },
  ],
}

const bundle = (parts: Parts): Bundle => ({
  resourceType: 'Bundle',
  id: crypto.randomUUID(),
  meta: { versionId: '1.0.0', lastUpdated: now(), profile: [`${BARS}/BARSBundleMessage`] },
  type: 'message',
  timestamp: now(),
  entry: spoilt([
    header(parts),
    parts.focus,
    ...parts.others,
    parts.parties.us,
    parts.parties.them,
  ]),
})

const header = ({ event, reason, definition, parties: { us, them }, focus }: Parts): Entry =>
  entry(
    'MessageHeader',
    {
      extension: [SOFTWARE],
      eventCoding: { system: `${CODES}/message-events-bars`, code: event },
      sender: to(us),
      source: { name: 'Calder Telehealth', endpoint: `${IDS}/dos-service-id|2000093816` },
      destination: [{ receiver: to(them), endpoint: `${IDS}/dos-service-id|${SERVICE}` }],
      reason: {
        coding: [coding(`${CODES}/message-reason-bars`, reasonSent(reason), REASONS[reason])],
      },
      focus: [to(focus)],
      definition: `https://fhir.nhs.uk/MessageDefinition/bars-message-${definition}`,
    },
    `${BARS}/BARSMessageHeader-${event}`,
  )
