import { HEADERS } from '../../../src/bars/headers.ts'
import { mintOdsCode } from '../../../src/bars/organisation.ts'
import { isObject, list, member, text } from '../../../src/fhir/json.ts'
import { checkOptions, fhirBaseOf, type OptionKinds } from '../arguments.ts'
import { buildRequest, requestTo } from '../build-request.ts'
import type { Sandbox } from '../sandbox/checking-sandbox.ts'
import { type Sequence, type SequenceId, type SequenceStep, sequenceOf } from './sequences.ts'

/** What came of a step. */
export interface StepAnswer {
  readonly status: number
  /** The scenario that answered, where the Receiver says which. */
  readonly scenario?: string | null | undefined
}

/** Does a step as a Sender. */
export type SequenceClient = (step: SequenceStep) => Promise<StepAnswer>

/**
 * Who is tried: a sandbox, a Receiver at its FHIR base URL, or a client that does each step. A running
 * sandbox may be named by the URL of its root or of a space's.
 */
export type SequenceTarget = Sandbox | string | URL | SequenceClient

/** What a run may be told. */
export interface SequenceOptions {
  /** An organisation whose conversation has not begun; one of its own, if left out. */
  readonly odsCode?: string
}

/** A step that was done and came out as expected. */
export interface StepDone extends StepAnswer {
  readonly step: SequenceStep
}

/** What came of a sequence. */
export interface SequenceRun {
  readonly id: SequenceId
  readonly steps: readonly StepDone[]
}

const OPTIONS: OptionKinds<SequenceOptions> = { odsCode: 'string' }

/**
 * Does the steps of a sequence one after the other.
 * @throws RangeError when there is no such sequence, or a target is no URL.
 * @throws TypeError when it is given what is no option of it.
 * @throws Error that says which step came out otherwise, and which came before it.
 */
export const runSequence = async (
  id: SequenceId,
  target: SequenceTarget,
  options: SequenceOptions = {},
): Promise<SequenceRun> => {
  checkOptions('runSequence', options, OPTIONS)
  const sequence = sequenceOf(id)
  const client = clientOf(target, options.odsCode ?? mintOdsCode(crypto.randomUUID()))
  const done: StepDone[] = []
  for (const step of sequence.steps) {
    const answer = await client(step).catch((error: unknown) => {
      throw new Error(failureInWords(sequence, step, done, `+ failed: ${reason(error)}`), {
        cause: error,
      })
    })
    if (!isExpected(step, answer)) {
      throw new Error(failureInWords(sequence, step, done, `+ received ${answerInWords(answer)}`))
    }
    done.push({ step, ...answer })
  }
  return { id, steps: done }
}

const clientOf = (target: SequenceTarget, odsCode: string): SequenceClient => {
  if (typeof target === 'function') return async (step) => target(step)
  if (typeof target === 'string' || target instanceof URL) {
    return ownSender(fetch, fhirUrlOf(`${target}`), odsCode)
  }
  return ownSender(target.fetch, `http://sandbox.local${target.fhirPath}`, odsCode)
}

/** A Sender of our own, which goes on with the Appointment that its booking got. */
const ownSender = (
  send: (request: Request) => Promise<Response>,
  fhirUrl: string,
  odsCode: string,
): SequenceClient => {
  const correlationId = crypto.randomUUID()
  let appointmentId: string | undefined
  return async ({ scenario, event }) => {
    const request = buildRequest(scenario, {
      odsCode,
      ...(appointmentId !== undefined && event !== 'refer-mislinked' && { appointmentId }),
      headers: {
        [HEADERS.requestId]: crypto.randomUUID(),
        [HEADERS.correlationId]: correlationId,
      },
    })
    const response = await send(requestTo(fhirUrl, request))
    const answer: unknown = await response.json().catch(() => undefined)
    if (event === 'book' && response.ok) appointmentId = appointmentIn(answer)
    return { status: response.status, scenario: response.headers.get(HEADERS.scenario) }
  }
}

const appointmentIn = (answer: unknown): string | undefined =>
  list(answer, 'entry')
    .map((entry) => member(entry, 'resource'))
    .filter((resource) => isObject(resource) && resource['resourceType'] === 'Appointment')
    .map((resource) => text(resource, 'id'))[0]

const fhirUrlOf = (url: string): string => {
  const base = fhirBaseOf(url)
  if (base !== undefined) return base
  throw new RangeError(`'${url}' is not the URL of a Receiver, such as http://127.0.0.1:8787`)
}

const isExpected = (step: SequenceStep, { status, scenario }: StepAnswer): boolean =>
  status === step.status &&
  (scenario === undefined || scenario === null || scenario === step.scenario)

const answerInWords = ({ status, scenario }: StepAnswer): string =>
  scenario ? `${status} (${scenario})` : String(status)

const reason = (error: unknown): string => (error instanceof Error ? error.message : `${error}`)

const failureInWords = (
  { id, steps }: Sequence,
  step: SequenceStep,
  done: readonly StepDone[],
  came: string,
): string => {
  const before = done.map((each) => `${each.step.number} ${each.step.event} ${each.status}`)
  return [
    `sequence '${id}', step ${step.number} of ${steps.length}: ${step.event} in the state ${step.state}`,
    `  - expected ${answerInWords(step)}`,
    `  ${came}`,
    `  so far: ${before.join(', ') || 'nothing'}`,
  ].join('\n')
}
