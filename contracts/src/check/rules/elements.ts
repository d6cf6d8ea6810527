import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import { MESSAGE_HEADER } from '../elements/message-header.ts'
import { OFFICIAL_NAME, PATIENT } from '../elements/patient.ts'
import { PAYLOAD } from '../elements/payload.ts'
import { R4 } from '../elements/r4.ts'
import { type ResourceElement, sternness } from '../elements/resource-element.ts'
import { wrongAt } from '../places.ts'
import type { Finding, Rule } from '../rule.ts'

type Table = Readonly<Record<string, readonly ResourceElement[]>>

const rulesOf = (source: string, table: Table): readonly Rule[] => [
  { source, find: ({ message }) => (message ? wrongElements(message, table, 'violation') : []) },
  {
    source,
    isWarning: true,
    find: ({ message }) => (message ? wrongElements(message, table, 'warning') : []),
  },
]

/** Rules for the elements that resources must have. */
export const ELEMENT_RULES: readonly Rule[] = [
  ...rulesOf(CLAUSES.header, { MessageHeader: MESSAGE_HEADER }),
  ...rulesOf(CLAUSES.r4, R4),
  ...rulesOf(CLAUSES.payload, PAYLOAD),
  ...rulesOf(CLAUSES.patient, { Patient: PATIENT }),
  ...rulesOf(CLAUSES.simulatorName, { Patient: OFFICIAL_NAME }),
]

const wrongElements = (
  message: CheckedMessage,
  table: Table,
  stern: 'violation' | 'warning',
): readonly Finding[] =>
  message.entries.flatMap(({ where, entry }) =>
    elementsOf(table, entry.resource.resourceType)
      .filter((element) => sternness(element, message) === stern)
      .flatMap((element) => wrongAt(entry.resource, where, element)),
  )

const elementsOf = (table: Table, type: string): readonly ResourceElement[] =>
  (Object.hasOwn(table, type) ? table[type] : undefined) ?? []
