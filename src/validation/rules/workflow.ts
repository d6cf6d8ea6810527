import { isIn } from '../../bars/applications.ts'
import { SYSTEMS } from '../../bars/code-systems.ts'
import { Failure } from '../../bars/failure.ts'
import { nearest } from '../../bars/near.ts'
import { received } from '../../bars/privacy.ts'
import type { Workflow } from '../../bars/workflow.ts'
import { conceptCodes } from '../../fhir/coding.ts'
import { text } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import { CANCELS } from '../due.ts'
import type { PlacedEntry, SentMessage } from '../message.ts'
import {
  type Check,
  type Fault,
  type Finding,
  faultOf,
  NOTHING,
  ofMessage,
  type Rule,
} from '../rule.ts'
import { type Mismatch, mismatches } from '../variables.ts'

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

function wrongVariables({ of, workflow, r4 }: SentMessage): readonly Fault[] {
  if (workflow === undefined) return NOTHING
  return mismatches(of, workflow)
    .filter(({ where, sent }) => sent !== undefined || !isToldOf(where, r4))
    .map((mismatch) => ({
      where: mismatch.where,
      expected: mismatch.allowed.join(' or '),
      received: asSent(mismatch),
      mend: mendFor(workflow, mismatch),
    }))
}

// What is there in another form is told of already, and how it is to be written.
const isToldOf = (where: string, found: readonly Finding[]): boolean =>
  found.some((each) => each.where.startsWith(`${where}.`))

// What is nearly a code is a slip of the pen, and no patient's name.
const asSent = ({ allowed, sent }: Mismatch): string =>
  sent !== undefined && nearest(sent, allowed) !== undefined ? sent : received(sent)

function mendFor(workflow: Workflow, { where, allowed, sent = '' }: Mismatch): string {
  if (where.endsWith('.system')) return 'codes are of a CodeSystem, letter for letter'
  const isOtherCase = allowed.some((each) => each.toLowerCase() === sent.trim().toLowerCase())
  return isOtherCase ? 'codes are case-sensitive' : `what makes it a ${workflow}`
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
