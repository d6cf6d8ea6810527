import { isIn } from '../../bars/applications.ts'
import { SYSTEMS } from '../../bars/code-systems.ts'
import { Failure } from '../../bars/failure.ts'
import { received } from '../../bars/privacy.ts'
import type { Workflow } from '../../bars/workflow.ts'
import { conceptCodes } from '../../fhir/coding.ts'
import { text } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import { CANCELS } from '../due.ts'
import type { PlacedEntry, SentMessage } from '../message.ts'
import { type Check, type Fault, faultOf, NOTHING, ofMessage, type Rule } from '../rule.ts'
import { mismatches } from '../variables.ts'

/** How a resource around the focus must stand, for a Receiver to understand the message. */
interface Surrounding {
  readonly workflow: Workflow
  readonly type: string
  readonly statuses: readonly string[]
  readonly tag: string
}

// biome-ignore format: a table reads by column
const AROUND_THE_FOCUS: readonly Surrounding[] = [
  { workflow: 'referral-new',   type: 'CarePlan',  statuses: ['completed'],              tag: 'RS-REF-STAT' },
  { workflow: 'referral-new',   type: 'Encounter', statuses: ['triaged', 'finished'],    tag: 'RS-REF-STAT' },
  { workflow: 'validation-new', type: 'CarePlan',  statuses: ['active'],                 tag: 'RS-REF-VALID-REQ' },
  { workflow: 'validation-new', type: 'Encounter', statuses: ['triaged', 'in-progress'], tag: 'RS-REF-VALID-REQ' },
]

/** Checks of what kind of message it is. */
export const WORKFLOW_CHECKS: readonly Check[] = [
  ofMessage(
    { id: 'message/workflow', severity: 'error', source: CLAUSES.workflow },
    wrongVariables,
  ),
  ofMessage(
    { id: 'message/cancel.reason', severity: 'warning', source: CLAUSES.workflow },
    otherReasons,
  ),
  ...AROUND_THE_FOCUS.map((row) =>
    ofMessage(
      {
        id: `message/${row.workflow}.${row.type}.status`,
        severity: 'error',
        source: CLAUSES.workflow,
        tag: row.tag,
      },
      (message) => wrongStatuses(message, row),
    ),
  ),
]

/** What a Receiver cannot understand at all, where no other rule has said why. */
export const UNDERSTOOD: Rule = {
  id: 'message/understood',
  severity: 'error',
  source: CLAUSES.workflow,
}

export const misunderstood = ({ read }: SentMessage): readonly Fault[] =>
  read instanceof Failure ? [faultOf(read)] : NOTHING

function wrongVariables({ of, workflow }: SentMessage): readonly Fault[] {
  return workflow === undefined
    ? NOTHING
    : mismatches(of, workflow).map(({ where, allowed, sent }) => ({
        where,
        expected: allowed.join(' or '),
        received: received(sent),
        mend: `what makes it a ${workflow}`,
      }))
}

// Sources differ (ruling 6): the pseudo-code and the real simulator take `update` alone.
function otherReasons({ workflow, header }: SentMessage): readonly Fault[] {
  if (workflow === undefined || !CANCELS.includes(workflow) || header === undefined) return NOTHING
  const [reason] = conceptCodes(header.entry.resource, 'reason', SYSTEMS.reason)
  if (reason === undefined || reason === 'update') return NOTHING
  return [
    {
      where: `${header.where}.reason`,
      expected: "'update': a cancel changes what was sent before",
      received: received(reason),
    },
  ]
}

// Application 6 has care plans that go on, and Encounters of both sides.
function wrongStatuses(
  { workflow, useCases, of }: SentMessage,
  { workflow: asked, type, statuses }: Surrounding,
): readonly Fault[] {
  if (workflow !== asked || isIn([6], useCases)) return NOTHING
  return of(type).flatMap((placed) => wrongStatus(placed, statuses))
}

function wrongStatus({ where, entry }: PlacedEntry, statuses: readonly string[]): readonly Fault[] {
  const status = text(entry.resource, 'status')
  if (status === undefined || statuses.includes(status)) return NOTHING
  return [{ where: `${where}.status`, expected: statuses.join(' or '), received: received(status) }]
}
