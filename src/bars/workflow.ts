import { type Application, isIn } from './applications.ts'
import type { Category } from './code-systems.ts'

const booking = { event: 'booking-request', category: undefined } as const
const request = { event: 'servicerequest-request' } as const
const response = { event: 'servicerequest-response' } as const

const live = ['active', 'on-hold'] as const
const ended = ['revoked', 'entered-in-error'] as const

/** What the combination of a message's workflow variables stands for. */
interface Row {
  readonly event: string
  readonly category: Category | undefined
  /** The first is the usual one. */
  readonly reasons: readonly string[]
  /** Status of the focus (a booking's Appointment, else the ServiceRequest); the first is the usual one. */
  readonly statuses: readonly string[]
  /** Last segment of MessageHeader.definition after `bars-message-`; decides between rows alike. */
  readonly definition: string
  /** The Applications that have such messages; they decide between rows alike where no definition does. */
  readonly applications: readonly Application[]
  /** Whether the message opens a conversation: its use case must be named, its ids are the Receiver's to give. */
  readonly opens?: true
}

/**
 * The workflow variables that name each kind of message. BaRS Core, "Bundle Processing"; cancelling
 * takes `update` (pseudo-code) or `delete` (tables), and for a booking `new` (an official example).
 */
// biome-ignore format: a table reads by column
export const WORKFLOWS = {
  'booking-new':                 { ...booking, reasons: ['new'],                     statuses: ['booked'],                        applications: [1, 2, 7], definition: 'booking-request', opens: true },
  'booking-update':              { ...booking, reasons: ['update'],                  statuses: ['booked'],                        applications: [1, 2, 7], definition: 'booking-request' },
  'booking-cancel':              { ...booking, reasons: ['update', 'delete', 'new'], statuses: ['cancelled', 'entered-in-error'], applications: [1, 2, 7], definition: 'booking-request-cancelled' },
  'referral-new':                { ...request, category: 'referral',   reasons: ['new'],              statuses: ['active'], applications: [1, 2, 3, 5, 6, 8], definition: 'servicerequest-request-referral', opens: true },
  'referral-update':             { ...request, category: 'referral',   reasons: ['update'],           statuses: live,       applications: [6], definition: 'servicerequest-request-referral' },
  'referral-cancel':             { ...request, category: 'referral',   reasons: ['update', 'delete'], statuses: ended,      applications: [1, 2, 3, 5, 6], definition: 'servicerequest-request-cancelled' },
  'validation-new':              { ...request, category: 'validation', reasons: ['new'],              statuses: ['active'], applications: [4], definition: 'servicerequest-request-validation', opens: true },
  'validation-update':           { ...request, category: 'validation', reasons: ['update'],           statuses: live,       applications: [4], definition: 'servicerequest-request-validation' },
  'validation-cancel':           { ...request, category: 'validation', reasons: ['update', 'delete'], statuses: ended,      applications: [4], definition: 'servicerequest-request-cancelled' },
  'referral-response':           { ...response, category: 'referral',   reasons: ['new', 'update'], statuses: [...ended, ...live, 'completed'], applications: [1, 2], definition: 'servicerequest-response-referral' },
  'referral-response-short':     { ...response, category: 'referral',   reasons: ['new', 'update'], statuses: [...ended, ...live, 'completed'], applications: [6], definition: 'servicerequest-response-referral-short' },
  'validation-response-interim': { ...response, category: 'validation', reasons: ['new', 'update'], statuses: [...live, 'revoked'],              applications: [4], definition: 'servicerequest-response-validation-interim' },
  'validation-response-full':    { ...response, category: 'validation', reasons: ['new', 'update'], statuses: ['completed', ...live, 'revoked'], applications: [4], definition: 'servicerequest-response-validation-full' },
} as const satisfies Record<string, Row>

/** A kind of message: the key of its row. */
export type Workflow = keyof typeof WORKFLOWS

type Rows = typeof WORKFLOWS

/** An event that a Receiver takes part in; `booking-response` is published and never used. */
export type WorkflowEvent = Rows[Workflow]['event']

export type Reason = Rows[Workflow]['reasons'][number]

/** A status of the focus of a message. */
export type FocusStatus = Rows[Workflow]['statuses'][number]

/** Whether a name is that of a workflow. */
export const isWorkflow = (name: string): name is Workflow => Object.hasOwn(WORKFLOWS, name)

/** Whether a message of this workflow opens a conversation, rather than going on with one. */
export const opens = (workflow: Workflow): boolean => 'opens' in WORKFLOWS[workflow]

/** Whether a message of this workflow answers an earlier request. */
export const isResponse = (workflow: Workflow): boolean =>
  WORKFLOWS[workflow].event === response.event

/** The resource that a workflow is about. */
export const focusType = (event: WorkflowEvent | undefined): 'Appointment' | 'ServiceRequest' =>
  event === booking.event ? 'Appointment' : 'ServiceRequest'

/** The variables of one message: of what has another value than the table, nothing. */
export interface WorkflowVariables {
  readonly event: WorkflowEvent
  readonly reason: Reason
  readonly category: Category | undefined
  readonly status: FocusStatus | undefined
  readonly definition: string | undefined
  readonly useCases: readonly string[]
}

const ROWS: readonly (readonly [Workflow, Rows[Workflow]])[] = Object.keys(WORKFLOWS)
  .filter(isWorkflow)
  .map((key) => [key, WORKFLOWS[key]])

export const ALL_WORKFLOWS: readonly Workflow[] = ROWS.map(([workflow]) => workflow)

export const WORKFLOW_EVENTS: readonly WorkflowEvent[] = [
  ...new Set(ROWS.map(([, row]) => row.event)),
]

export const REASONS: readonly Reason[] = [...new Set(ROWS.flatMap(([, row]) => row.reasons))]

export const FOCUS_STATUSES: readonly FocusStatus[] = [
  ...new Set(ROWS.flatMap(([, row]) => row.statuses)),
]

/** The workflow that the variables name; where several rows fit the definition decides, then the use case. */
export const identifyWorkflow = (variables: WorkflowVariables): Workflow | undefined => {
  const { definition, useCases } = variables
  const fitting = ROWS.filter(([, row]) => fits(row, variables))
  const [workflow] =
    fitting.find(([, row]) => row.definition === definition) ??
    fitting.find(([, { applications }]) => isIn(applications, useCases)) ??
    fitting[0] ??
    []
  return workflow
}

const fits = (row: Row, variables: WorkflowVariables): boolean =>
  leavesOpen(row, variables) &&
  variables.status !== undefined &&
  row.statuses.includes(variables.status)

/** Whether a row has the variables, whatever the status. */
const leavesOpen = (row: Row, { event, reason, category }: WorkflowVariables): boolean =>
  row.event === event && row.category === category && row.reasons.includes(reason)

/** The statuses that a message with the other variables may have; none where no workflow has those. */
export const statusesFor = (variables: WorkflowVariables): readonly FocusStatus[] => {
  const open = ROWS.filter(([, row]) => leavesOpen(row, variables))
  return [...new Set(open.flatMap(([, row]) => row.statuses))]
}

/** What identifyWorkflow would have taken for an event, in words, for the failure that says so. */
export const workflowsInWords = (event: WorkflowEvent): string =>
  ROWS.filter(([, row]) => row.event === event)
    .map(([name, { category, reasons, statuses }]) =>
      [
        name,
        `(${[category, reasons.join('/'), statuses.join('/')].filter(Boolean).join(', ')})`,
      ].join(' '),
    )
    .join('; ')
