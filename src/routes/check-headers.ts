import { Failure, fail } from '../bars/failure.ts'
import { HEADERS, isBlank } from '../bars/headers.ts'
import { readOrganisation } from '../bars/organisation.ts'
import { remember } from '../bars/remember.ts'
import { readTarget, targetMissing } from '../bars/target.ts'
import { insteadOfUuid, isUuid } from '../bars/uuid.ts'
import { isTestTarget } from '../scenarios/find.ts'
import type { CheckedRequest } from './fhir-request.ts'

const targetOf = remember((header: string) => readTarget(header, isTestTarget))
const organisationOf = remember(readOrganisation)

/** Checks X-Request-Id, X-Correlation-Id, the target and the organisation, in that order. */
export const checkHeaders = (
  headers: Headers,
): Pick<CheckedRequest, 'target' | 'organisation'> | Failure => {
  for (const name of [HEADERS.requestId, HEADERS.correlationId]) {
    const wrong = checkMessageId(name, headers.get(name))
    if (wrong !== undefined) return wrong
  }
  const sentTarget = headers.get(HEADERS.target)
  const target = isBlank(sentTarget) ? targetMissing() : targetOf(sentTarget)
  if (target instanceof Failure) return target

  const sent = headers.get(HEADERS.organisation)
  const organisation = isBlank(sent) ? undefined : organisationOf(sent)
  return organisation instanceof Failure ? organisation : { target, organisation }
}

const checkMessageId = (name: string, value: string | null): Failure | undefined => {
  const id = value?.trim() ?? ''
  if (isUuid(id)) return undefined
  const wrong = { where: `header ${name}`, expected: 'a UUID' }
  return id === ''
    ? fail('SEND_BAD_REQUEST', 'required', { ...wrong, received: 'nothing' })
    : fail('SEND_BAD_REQUEST', 'value', { ...wrong, received: insteadOfUuid(id) })
}
