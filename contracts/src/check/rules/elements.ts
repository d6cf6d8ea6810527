import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import { MESSAGE_HEADER } from '../elements/message-header.ts'
import { PATIENT } from '../elements/patient.ts'
import { PAYLOAD } from '../elements/payload.ts'
import { R4 } from '../elements/r4.ts'
import type { ResourceElement } from '../elements/resource-element.ts'
import { wrongAt } from '../places.ts'
import type { Finding, Rule } from '../rule.ts'

type Table = Readonly<Record<string, readonly ResourceElement[]>>

const ruleOf = (source: string, table: Table): Rule => ({
  source,
  find: ({ message }) => (message ? wrongElements(message, table) : []),
})

/** Rules for the elements that resources must have. */
export const ELEMENT_RULES: readonly Rule[] = [
  ruleOf(CLAUSES.header, { MessageHeader: MESSAGE_HEADER }),
  ruleOf(CLAUSES.r4, R4),
  ruleOf(CLAUSES.payload, PAYLOAD),
  ruleOf(CLAUSES.patient, { Patient: PATIENT }),
]

const wrongElements = (message: CheckedMessage, table: Table): readonly Finding[] =>
  message.entries.flatMap(({ where, entry }) =>
    elementsOf(table, entry.resource.resourceType)
      .filter((element) => isDue(element, message))
      .flatMap((element) => wrongAt(entry.resource, where, element)),
  )

const elementsOf = (table: Table, type: string): readonly ResourceElement[] =>
  (Object.hasOwn(table, type) ? table[type] : undefined) ?? []

const isDue = ({ on, notIn }: ResourceElement, { workflow, useCases }: CheckedMessage): boolean =>
  (on === undefined || (workflow !== undefined && on.includes(workflow))) &&
  !notIn?.some((prefix) => useCases.some((each) => each.toLowerCase().startsWith(prefix)))
