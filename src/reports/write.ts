import { endpointAt } from '../bars/endpoints.ts'
import { HEADERS } from '../bars/headers.ts'
import type { Message } from '../bars/message.ts'
import { remember } from '../bars/remember.ts'
import { readTarget, type Target } from '../bars/target.ts'
import { opens } from '../bars/workflow.ts'
import { text } from '../fhir/json.ts'
import { isTestTarget } from '../scenarios/index.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { judge } from '../validation/judge.ts'
import type { Judgement } from '../validation/judgement.ts'
import { idIn, type RawRequest } from '../validation/request.ts'
import { shownMethod, shownPath } from '../validation/rules/http.ts'
import { foundBeyond } from './beyond.ts'
import type { Kept, MessageToKeep } from './entry.ts'
import { hashOf } from './repeats.ts'
import { type Report, reportOf, withFindings } from './report.ts'

/** A request, and what it is understood as. */
export interface Understood {
  readonly raw: RawRequest
  /** Undefined where it is no message, or none that can be acted on. */
  readonly message: Message | undefined
  readonly target: Target | undefined
}

/** A request that was answered. */
export interface Answered {
  readonly id: string
  /** When it came, in milliseconds. */
  readonly at: number
  /** Its path relative to the FHIR base, without the query. */
  readonly path: string
  readonly asked: Understood
  /** What was found in it, if it was judged before it was answered. */
  readonly judgement: Judgement | undefined
  readonly status: number
  readonly scenario: Scenario | undefined
}

const targetOf = remember((header: string) => readTarget(header, isTestTarget))

/** Judges a request as it came, by the rules of the standard and the tables of the sandbox. */
export function judgeRequest({ raw, message, target }: Understood): Judgement {
  const judgement = judge(raw, { occasions: [], targetOf })
  return message === undefined ? judgement : withFindings(judgement, foundBeyond(message, target))
}

/** Writes what is kept of a request that was answered. */
export function writeReport(answered: Answered): Kept {
  const { id, at, asked, scenario, status } = answered
  const { raw, message } = asked
  const request = { ...shown(answered), status }
  const { judgement = judgeRequest(asked) } = answered
  return {
    report: reportOf({ id, at, scenario: scenario?.id ?? null, request }, judgement),
    kind: message?.workflow ?? request.path.replace(/\/[0-9a-f-]{36}$/, '/{id}'),
    correlation: hashOf(raw.header(HEADERS.correlationId)),
    ...(message !== undefined && { message: toKeep(answered, message) }),
  }
}

// An id that is a UUID may be shown (ruling 35).
function shown({ path, asked: { raw } }: Answered): Omit<Report['request'], 'status'> {
  const id = idIn(path)
  const template = shownPath({ path, asked: endpointAt(path) })
  return {
    method: shownMethod(raw.method) ?? 'another text',
    path: id === undefined ? template : template.replace('{id}', id),
  }
}

const toKeep = (
  { asked: { raw }, status }: Answered,
  { workflow, bundle }: Message,
): MessageToKeep => ({
  request: hashOf(raw.header(HEADERS.requestId)),
  bundle: hashOf(text(bundle, 'id')),
  isNew: opens(workflow),
  isAccepted: status < 300,
})
