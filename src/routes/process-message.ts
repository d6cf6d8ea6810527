import { Failure, fail } from '../bars/failure.ts'
import { checkContentType } from '../bars/media-type.ts'
import { type Message, readMessage } from '../bars/message.ts'
import type { Workflow } from '../bars/workflow.ts'
import { isMessageBundle, readMessageBundle } from '../fhir/bundle.ts'
import { actOf } from '../receiver/111-ed/act.ts'
import { cellOf } from '../receiver/111-ed/cells.ts'
import { takeMessage } from '../receiver/take-message.ts'
import { findScenario, isSentinel } from '../scenarios/index.ts'
import type { ScenarioOn } from '../scenarios/scenario.ts'
import { type Answer, failed, notOffered } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest, FhirRequest } from './fhir-request.ts'
import { readBody } from './read-body.ts'
import { refusedStrictly } from './strict.ts'

/** POST /$process-message */
export const processMessage = async (request: FhirRequest, deps: Deps): Promise<Answer> => {
  const { headers } = request
  const contentEncoding = headers.get('Content-Encoding') ?? undefined
  const refused = checkContentType(headers.get('Content-Type') ?? undefined, contentEncoding)
  if (refused !== undefined) return failed(refused)

  request.body = await readBody(request)
  const { json } = request.body
  const message = json instanceof Failure ? json : messageIn(json)
  if (message instanceof Failure) return failed(message)
  request.message = message
  const strictly = request.isStrict ? await refusedStrictly(request, deps) : undefined
  if (strictly !== undefined) return strictly

  const now = deps.now()
  const choice = await choose(message, request, deps, now)
  if (choice instanceof Failure) return failed(choice)
  const { scenario, id } = choice
  if (scenario === undefined) return notOffered
  const { reply } = scenario
  if (reply.kind === 'fail') return failed(reply.failure, scenario)
  const resource = takeMessage(message, reply.id ?? id, { now, newId: deps.newId })
  return { kind: 'resource', resource, scenario }
}

function messageIn(json: unknown): Message | Failure {
  const bundle = readMessageBundle(json)
  return isMessageBundle(bundle)
    ? readMessage(bundle)
    : fail('REC_BAD_REQUEST', 'structure', { where: bundle.expression, ...bundle })
}

interface Choice {
  readonly scenario: ScenarioOn<Workflow> | undefined
  /** The id of the Appointment that an organisation holds by it, or held until then. */
  readonly id?: string | undefined
}

/** A sentinel's scenario, else the cell of the 111-ED machine, else the happy row. */
async function choose(
  message: Message,
  { space, organisation }: CheckedRequest,
  { organisations }: Deps,
  now: number,
): Promise<Choice | Failure> {
  const { workflow, nhsNumbers, reason } = message
  const isNamed = nhsNumbers.some((number) => isSentinel(workflow, number))
  const act = isNamed ? undefined : actOf(message)
  if (act === undefined || organisation === undefined) {
    return { scenario: findScenario(workflow, nhsNumbers, reason) }
  }
  const applied = await organisations(space, organisation).apply(act, now)
  if (applied instanceof Failure) return applied
  const { event, given, standing, change } = applied
  const id = change?.appointmentId ?? standing.appointmentId ?? undefined
  return { scenario: cellOf(event, given), id }
}
