import type { Workflow } from '../../../../src/bars/workflow.ts'
import { text } from '../../../../src/fhir/json.ts'
import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import { CAD, isIn } from '../elements/applications.ts'
import { isOf } from '../placed-entry.ts'
import { received } from '../received.ts'
import type { Finding, Rule } from '../rule.ts'
import { mismatches } from '../variables.ts'

/** Rules for what kind of message it is. */
export const WORKFLOW_RULES: readonly Rule[] = [
  { source: CLAUSES.workflow, find: ({ message }) => (message ? wrongVariables(message) : []) },
  { source: CLAUSES.workflow, find: ({ message }) => (message ? wrongStatuses(message) : []) },
]

const wrongVariables = ({ entries, workflow }: CheckedMessage): readonly Finding[] =>
  workflow === undefined
    ? []
    : mismatches(entries, workflow).map(({ where, allowed, sent }) => ({
        where,
        expected: allowed.join(' or '),
        received: received(sent),
        mend: `what makes it a ${workflow}`,
      }))

/** How the resources around the focus must stand, for a Receiver to understand the message. */
// biome-ignore format: a table reads by column
const STATUSES: readonly (readonly [Workflow, type: string, statuses: readonly string[]])[] = [
  ['referral-new',   'CarePlan',  ['completed']],
  ['referral-new',   'Encounter', ['triaged', 'finished']],
  ['validation-new', 'CarePlan',  ['active']],
  ['validation-new', 'Encounter', ['triaged', 'in-progress']],
]

// Application 6 has care plans that go on, and Encounters of both sides.
const isCad = ({ useCases }: CheckedMessage) => isIn(CAD, useCases)

const wrongStatuses = (message: CheckedMessage): readonly Finding[] =>
  STATUSES.filter(([workflow]) => workflow === message.workflow && !isCad(message)).flatMap(
    ([, type, statuses]) =>
      message.entries.filter(isOf(type)).flatMap(({ where, entry }) => {
        const status = text(entry.resource, 'status')
        return status === undefined || statuses.includes(status)
          ? []
          : [
              {
                where: `${where}.status`,
                expected: statuses.join(' or '),
                received: received(status),
              },
            ]
      }),
  )
