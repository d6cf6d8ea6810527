import type { Next } from 'hono'
import { Failure, fail } from '../bars/failure.ts'
import { HEADERS, isBlank } from '../bars/headers.ts'
import { type OdsCode, readOrganisation } from '../bars/organisation.ts'
import { remember } from '../bars/remember.ts'
import { readTarget, type Target, targetMissing } from '../bars/target.ts'
import { insteadOfUuid, isUuid } from '../bars/uuid.ts'
import { isTestTarget } from '../scenarios/find.ts'
import { respond } from './answer.ts'
import type { FhirContext } from './context.ts'

/** Checks X-Request-Id, X-Correlation-Id, the target and the organisation, in that order. */
export const checkHeaders = async (c: FhirContext, next: Next): Promise<Response | undefined> => {
  const checked = readHeaders((name) => c.req.header(name))
  if (checked instanceof Failure) return respond(c, checked)
  c.set('target', checked.target)
  c.set('organisation', checked.organisation)
  await next()
  return undefined
}

const targetOf = remember((header: string) => readTarget(header, isTestTarget))
const organisationOf = remember(readOrganisation)

interface Checked {
  readonly target: Target
  readonly organisation: OdsCode | undefined
}

const readHeaders = (header: (name: string) => string | undefined): Checked | Failure => {
  for (const name of [HEADERS.requestId, HEADERS.correlationId]) {
    const wrong = checkMessageId(name, header(name))
    if (wrong !== undefined) return wrong
  }
  const sentTarget = header(HEADERS.target)
  const target = isBlank(sentTarget) ? targetMissing() : targetOf(sentTarget)
  if (target instanceof Failure) return target

  const sent = header(HEADERS.organisation)
  const organisation = isBlank(sent) ? undefined : organisationOf(sent)
  return organisation instanceof Failure ? organisation : { target, organisation }
}

const checkMessageId = (name: string, value: string | undefined): Failure | undefined => {
  const wrong = { where: `header ${name}`, expected: 'a UUID' }
  if (isBlank(value)) {
    return fail('SEND_BAD_REQUEST', 'required', { ...wrong, received: 'nothing' })
  }
  return isUuid(value.trim())
    ? undefined
    : fail('SEND_BAD_REQUEST', 'value', { ...wrong, received: insteadOfUuid(value.trim()) })
}
