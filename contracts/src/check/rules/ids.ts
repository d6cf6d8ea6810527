import { isResponse, opens } from '../../../../src/bars/workflow.ts'
import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import { wrongAt } from '../places.ts'
import type { Finding, Rule } from '../rule.ts'

/** Rules for the ids that a Receiver gave. */
export const ID_RULES: readonly Rule[] = [
  {
    source: CLAUSES.bundle,
    isWarning: true,
    find: ({ message }) => (message ? noFocusId(message) : []),
  },
]

const noFocusId = ({ workflow, focus }: CheckedMessage): readonly Finding[] =>
  focus === undefined || workflow === undefined || opens(workflow) || isResponse(workflow)
    ? []
    : wrongAt(focus.entry.resource, focus.where, {
        path: 'id',
        expected: 'the id that the Receiver gave it: read it before you change or cancel it',
      })
