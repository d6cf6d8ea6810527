import { Failure } from '../bars/failure.ts'
import { HEADERS, isBlank } from '../bars/headers.ts'
import { readOrganisation } from '../bars/organisation.ts'
import { remember } from '../bars/remember.ts'
import { readTarget, targetMissing } from '../bars/target.ts'
import { isTestTarget } from '../scenarios/find.ts'
import type { CheckedRequest } from './fhir-request.ts'
import { checkMessageIds, type MessageId } from './message-ids.ts'

const targetOf = remember((header: string) => readTarget(header, isTestTarget))
const organisationOf = remember(readOrganisation)

/** Checks X-Request-Id, X-Correlation-Id, the target and the organisation, in that order. */
export const checkHeaders = (
  headers: Headers,
  ids: readonly MessageId[],
): Pick<CheckedRequest, 'target' | 'organisation'> | Failure => {
  const wrong = checkMessageIds(ids)
  if (wrong !== undefined) return wrong

  const sentTarget = headers.get(HEADERS.target)
  const target = isBlank(sentTarget) ? targetMissing() : targetOf(sentTarget)
  if (target instanceof Failure) return target

  const sent = headers.get(HEADERS.organisation)
  const organisation = isBlank(sent) ? undefined : organisationOf(sent)
  return organisation instanceof Failure ? organisation : { target, organisation }
}
