import { Failure, fail } from '../bars/failure.ts'
import { checkContentType } from '../bars/media-type.ts'
import { type Message, readMessage } from '../bars/message.ts'
import type { OdsCode } from '../bars/organisation.ts'
import type { Target } from '../bars/target.ts'
import type { Workflow } from '../bars/workflow.ts'
import { isMessageBundle, readMessageBundle } from '../fhir/bundle.ts'
import { type Act, actOf } from '../receiver/111-ed/act.ts'
import { cellOf } from '../receiver/111-ed/cells.ts'
import type { Applied } from '../receiver/111-ed/standing.ts'
import { takeMessage } from '../receiver/take-message.ts'
import type { ScenarioOn } from '../scenarios/scenario.ts'
import { type Answer, refusal } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest } from './fhir-request.ts'
import { readBody } from './read-body.ts'
import { isClaimed, notOffered, scenarioFor } from './scenario-for.ts'

/** POST /$process-message */
export const processMessage = async (
  { headers, raw, target, space }: CheckedRequest,
  deps: Deps,
  organisation: OdsCode,
): Promise<Answer> => {
  const refused = checkContentType(
    headers.get('Content-Type') ?? undefined,
    headers.get('Content-Encoding') ?? undefined,
  )
  if (refused !== undefined) return refused

  const json = await readBody(raw, headers.get('Content-Length'))
  if (json instanceof Failure) return json

  const bundle = readMessageBundle(json)
  if (!isMessageBundle(bundle)) {
    return fail('REC_BAD_REQUEST', 'structure', { where: bundle.expression, ...bundle })
  }
  const message = readMessage(bundle)
  if (message instanceof Failure) return message

  const now = deps.now()
  const { scenario, id } = await choose(message, target, (act) =>
    deps.organisations(space, organisation).apply(act, now),
  )
  if (scenario === undefined) return notOffered
  const { reply } = scenario
  return reply.kind === 'fail'
    ? refusal(scenario, reply)
    : { scenario, body: takeMessage(message, reply.id ?? id, { now, newId: deps.newId }) }
}

/** A sentinel's scenario, else the cell of the 111-ED machine, else the happy row. */
const choose = async (
  message: Message,
  target: Target,
  applyToOrganisation: (act: Act) => Promise<Applied>,
): Promise<{
  readonly scenario: ScenarioOn<Workflow> | undefined
  readonly id?: string | undefined
}> => {
  const { workflow, nhsNumbers } = message
  const act = isClaimed(target, workflow, nhsNumbers) ? undefined : actOf(message)
  if (act === undefined) return { scenario: scenarioFor(target, workflow, nhsNumbers) }

  const { event, given, change } = await applyToOrganisation(act)
  return { scenario: cellOf(event, given), id: change?.appointmentId ?? undefined }
}
