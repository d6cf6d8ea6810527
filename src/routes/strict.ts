import { HEADERS } from '../bars/headers.ts'
import { LIMITS } from '../bars/limits.ts'
import { hashOf } from '../reports/repeats.ts'
import { type ReportedFinding, reported } from '../validation/judgement.ts'
import { refusalOf } from '../validation/refusals.ts'
import { repeated } from '../validation/rules/beyond.ts'
import type { Answer } from './answer.ts'
import type { Deps } from './context.ts'
import type { FhirRequest } from './fhir-request.ts'
import { understood } from './report.ts'

/** The answer to a request that goes against the rules; undefined where it does not. */
export async function refusedStrictly(
  request: FhirRequest,
  deps: Deps,
): Promise<Answer | undefined> {
  const found = [...(await repeatedIn(request, deps)), ...(await errorsIn(request))]
  const [failure, ...others] = found.slice(0, LIMITS.issues).map(refusalOf)
  return failure && { kind: 'failure', failure, others }
}

/**
 * What strict handling makes of an answer (ruling 40). What lenient handling refuses too decides the
 * status, and is told of first; a test target answers whatever is asked of it (ruling 18).
 */
export async function handledStrictly(
  request: FhirRequest,
  answer: Answer,
  deps: Deps,
): Promise<Answer> {
  if (answer.scenario?.suite === 'Test target') return answer
  if (answer.kind === 'failure' && answer.scenario === undefined) {
    return answer.others === undefined ? withErrors(answer, await errorsIn(request)) : answer
  }
  // A message was judged before it was acted on.
  return request.message === undefined ? ((await refusedStrictly(request, deps)) ?? answer) : answer
}

type Refusal = Extract<Answer, { readonly kind: 'failure' }>

function withErrors(answer: Refusal, found: readonly ReportedFinding[]): Answer {
  const { diagnosis } = answer.failure
  const where = typeof diagnosis === 'string' ? undefined : diagnosis.where
  const others = found.filter(({ location }) => where === undefined || !location.startsWith(where))
  return { ...answer, others: others.slice(0, LIMITS.issues - 1).map(refusalOf) }
}

async function errorsIn(request: FhirRequest): Promise<readonly ReportedFinding[]> {
  const { judgeRequest } = await import('../reports/write.ts')
  request.judgement ??= judgeRequest(understood(request))
  return request.judgement.findings.filter(({ severity }) => severity === 'error')
}

/** A message whose X-Request-Id was accepted before (ruling 22). */
async function repeatedIn(
  { message, headers, space, organisation }: FhirRequest,
  { reports, now }: Deps,
): Promise<readonly ReportedFinding[]> {
  const hash = message && hashOf(headers.get(HEADERS.requestId))
  if (reports === undefined || organisation === undefined || typeof hash !== 'number') return []
  const journal = reports.journals(space, organisation)
  const request = await journal.wasAccepted(hash, now())
  return repeated({ request, bundle: false }).map((finding) => reported(finding))
}
