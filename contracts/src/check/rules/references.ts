import { isUuid } from '../../../../src/bars/uuid.ts'
import { text } from '../../../../src/fhir/json.ts'
import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import { nodesIn } from '../nodes.ts'
import { received } from '../received.ts'
import type { Finding, Rule } from '../rule.ts'

/** Rules for references between the entries of a message. */
export const REFERENCE_RULES: readonly Rule[] = [
  { source: CLAUSES.references, find: ({ message }) => (message ? dangling(message) : []) },
]

/** What a message may refer to that it does not hold: the other message, and the journey. */
const ELSEWHERE = /^(?:Appointment|ServiceRequest|EpisodeOfCare)\/[A-Za-z0-9.-]{1,64}$/

const dangling = (message: CheckedMessage): readonly Finding[] => {
  const fullUrls = message.entries.flatMap(({ entry }) => text(entry, 'fullUrl') ?? [])
  return message.entries
    .flatMap(({ where, entry }) => referencesIn(entry.resource, where))
    .filter(({ where, value }) => !leads(message, where, value))
    .map(({ where, value }) => ({
      where,
      expected: 'a fullUrl of this Bundle',
      received: received(value),
      mend: `have ${fullUrls.slice(0, 3).map(received).join(', ')}${fullUrls.length > 3 ? '…' : ''}`,
    }))
}

const leads = ({ led }: CheckedMessage, where: string, value: string): boolean =>
  /^(?:https?:\/\/|#)/.test(value) ||
  ELSEWHERE.test(value) ||
  // Some tables write the journey's id alone.
  (where.includes('.episodeOfCare[') && isUuid(value)) ||
  led(value) !== undefined

interface ReferencePlace {
  readonly where: string
  readonly value: string
}

const referencesIn = (resource: object, at: string): readonly ReferencePlace[] =>
  nodesIn(resource, at)
    .filter(({ where }) => where !== at)
    .flatMap(({ where, value }) => {
      const reference = text(value, 'reference')
      return reference === undefined ? [] : [{ where: `${where}.reference`, value: reference }]
    })
