import { Failure, fail } from '../bars/failure.ts'
import { checkContentType } from '../bars/media-type.ts'
import { readMessage } from '../bars/message.ts'
import { organisationMissing } from '../bars/organisation.ts'
import { isMessageBundle, readMessageBundle } from '../fhir/bundle.ts'
import { takeMessage } from '../receiver/take-message.ts'
import { type Answer, answerAs } from './answer.ts'
import type { Deps, FhirContext } from './context.ts'
import { readBody } from './read-body.ts'
import { happyOr } from './scenario-for.ts'

/** POST /$process-message */
export const processMessage = async (c: FhirContext, deps: Deps): Promise<Answer> => {
  if (c.var.organisation === undefined) return organisationMissing()

  const refused = checkContentType(c.req.header('Content-Type'), c.req.header('Content-Encoding'))
  if (refused !== undefined) return refused

  const json = await readBody(c.req.raw)
  if (json instanceof Failure) return json

  const bundle = readMessageBundle(json)
  if (!isMessageBundle(bundle)) {
    return fail('REC_BAD_REQUEST', 'structure', { where: bundle.expression, ...bundle })
  }
  const message = readMessage(bundle)
  if (message instanceof Failure) return message

  const scenario = happyOr(c.var.target, message.workflow, message.nhsNumbers)
  return answerAs(scenario, 'accept', ({ id }) =>
    takeMessage(message, id, { now: deps.now(), newId: deps.newId }),
  )
}
