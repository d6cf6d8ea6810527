import type { Context } from 'hono'
import type { ReadBody } from '../bars/body.ts'
import { Failure, fail } from '../bars/failure.ts'
import {
  asksForStrict,
  HEADERS,
  insteadOfHeader,
  isBlank,
  type MessageId,
  readMessageIds,
} from '../bars/headers.ts'
import { isUuid } from '../bars/ids.ts'
import type { Message } from '../bars/message.ts'
import { type OdsCode, readOrganisation } from '../bars/organisation.ts'
import { FHIR_PATH, PUBLIC_SPACE } from '../bars/paths.ts'
import { insteadOfUuid } from '../bars/privacy.ts'
import { remember } from '../bars/remember.ts'
import { readTarget, type Target, TEST_SYSTEM, targetMissing } from '../bars/target.ts'
import type { SearchParameters } from '../fhir/search.ts'
import { isTestTarget, testTargetScenario } from '../scenarios/index.ts'
import type { Judgement } from '../validation/judgement.ts'
import { type Answer, failed } from './answer.ts'

/** A request to the FHIR API as it came, and what the steps that it goes through read in it. */
export interface FhirRequest {
  readonly method: string
  readonly headers: Headers
  readonly ids: readonly MessageId[]
  /** Who NHSD-Target-Identifier names, or why that cannot be told; undefined where it is not sent. */
  readonly sentTarget: Target | Failure | undefined
  /** The query as sent, not decoded. */
  readonly query: string
  /** The URL of the FHIR API as this request reached it. */
  readonly base: string
  readonly space: string
  /** The id in the path, empty where the path has none. */
  readonly id: string
  /** What still holds the body. */
  readonly raw: Request
  /** Of a POST, once it is read. */
  body: ReadBody | undefined
  /** What the body is understood as. */
  message: Message | undefined
  /** Whether what goes against the rules is to be refused (`Prefer: handling=strict`, ruling 40). */
  readonly isStrict: boolean
  /** What was found in it, once it is judged. */
  judgement: Judgement | undefined
  /** Who it is for; undefined where the API itself is asked. */
  target: Target | undefined
  /** Undefined where NHSD-End-User-Organisation is not sent. */
  organisation: OdsCode | undefined
  /** Of a read. */
  parameters: SearchParameters
}

/** A request that went through every step. */
export type CheckedRequest = Readonly<FhirRequest>

/** Looks at one thing in a request, and answers where no other need be looked at. */
export type Step = (request: FhirRequest) => Answer | undefined

const AFTER_SCHEME = 'https://'.length

/** Reads each member of a Request once: every look at one leaves JavaScript, and is dear. */
export const readRequest = ({ req }: Context, space = req.param('space')): FhirRequest => {
  const { raw } = req
  const { url, method, headers } = raw
  const origin = url.slice(0, url.indexOf('/', AFTER_SCHEME))
  const mark = url.indexOf('?')
  const target = headers.get(HEADERS.target)
  return {
    method,
    headers,
    ids: readMessageIds(headers),
    sentTarget: isBlank(target) ? undefined : targetOf(target),
    query: mark < 0 ? '' : url.slice(mark + 1),
    base: `${origin}${space === undefined ? '' : `/s/${space}`}${FHIR_PATH}`,
    space: space ?? PUBLIC_SPACE,
    id: req.param('id') ?? '',
    raw,
    body: undefined,
    message: undefined,
    isStrict: asksForStrict(headers),
    judgement: undefined,
    target: undefined,
    organisation: undefined,
    parameters: [],
  }
}

/** A test target answers whatever is asked of it, and however wrong (ruling 18). */
const testTargetStep: Step = ({ sentTarget }) => {
  if (sentTarget === undefined || sentTarget instanceof Failure) return undefined
  if (sentTarget.system !== TEST_SYSTEM) return undefined
  const scenario = testTargetScenario(sentTarget.value)
  return scenario?.reply.kind === 'fail' ? failed(scenario.reply.failure, scenario) : undefined
}

const messageIdsStep: Step = ({ ids, headers }) => {
  const wrong = ids.find(({ value }) => !isUuid(value?.trim() ?? ''))
  return wrong && failed(notAUuid(wrong, headers.keys()))
}

const notAUuid = ({ name, value }: MessageId, sent: Iterable<string>): Failure => {
  const id = value?.trim() ?? ''
  const wrong = { where: `header ${name}`, expected: 'a UUID' }
  return id === ''
    ? fail('SEND_BAD_REQUEST', 'required', { ...wrong, ...insteadOfHeader(name, sent) })
    : fail('SEND_BAD_REQUEST', 'value', { ...wrong, received: insteadOfUuid(id) })
}

const targetOf = remember((header: string) => readTarget(header, isTestTarget))
const organisationOf = remember(readOrganisation)

const targetStep: Step = (request) => {
  const { sentTarget = targetMissing(request.headers.keys()) } = request
  if (sentTarget instanceof Failure) return failed(sentTarget)
  request.target = sentTarget
  return undefined
}

const organisationStep: Step = (request) => {
  const sent = request.headers.get(HEADERS.organisation)
  const organisation = isBlank(sent) ? undefined : organisationOf(sent)
  if (organisation instanceof Failure) return failed(organisation)
  request.organisation = organisation
  return undefined
}

/** What every request goes through, whatever its path. */
export const HEADER_STEPS: readonly Step[] = [
  testTargetStep,
  messageIdsStep,
  targetStep,
  organisationStep,
]

/** Takes a request through steps, up to the first that answers it. */
export const firstAnswer = (request: FhirRequest, steps: readonly Step[]): Answer | undefined => {
  for (const step of steps) {
    const answer = step(request)
    if (answer !== undefined) return answer
  }
  return undefined
}
