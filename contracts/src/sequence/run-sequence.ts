import { fhirBaseOf } from '../arguments.ts'
import type { Sandbox } from '../sandbox/checking-sandbox.ts'
import { conversation, type SequenceClient, type StepAnswer } from './conversation.ts'
import { type Sequence, type SequenceId, type SequenceStep, sequenceOf } from './sequences.ts'

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

/**
 * Does the steps of a sequence one after the other.
 * @throws RangeError when there is no such sequence, or a target is no URL.
 * @throws Error that says which step came out otherwise, and which came before it.
 */
export const runSequence = async (
  id: SequenceId,
  target: SequenceTarget,
  options: SequenceOptions = {},
): Promise<SequenceRun> => {
  const sequence = sequenceOf(id)
  const client = clientOf(target, options.odsCode ?? ownOdsCode())
  const done: StepDone[] = []
  for (const step of sequence.steps) {
    const answer = await client(step).catch((error: unknown) => {
      throw new Error(inWords(sequence, step, done, `+ failed: ${reason(error)}`), { cause: error })
    })
    if (!isExpected(step, answer)) {
      throw new Error(inWords(sequence, step, done, `+ received ${shown(answer)}`))
    }
    done.push({ step, ...answer })
  }
  return { id, steps: done }
}

const clientOf = (target: SequenceTarget, odsCode: string): SequenceClient => {
  if (typeof target === 'function') return async (step) => target(step)
  if (typeof target === 'string' || target instanceof URL) {
    return conversation(fetch, fhirUrlOf(`${target}`), odsCode)
  }
  return conversation(target.fetch, `http://sandbox.local${target.fhirPath}`, odsCode)
}

const fhirUrlOf = (url: string): string => {
  const base = fhirBaseOf(url)
  if (base !== undefined) return base
  throw new RangeError(`'${url}' is not the URL of a Receiver, such as http://127.0.0.1:8787`)
}

const ownOdsCode = (): string =>
  `SEQ${crypto.randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase()}`

const isExpected = (step: SequenceStep, { status, scenario }: StepAnswer): boolean =>
  status === step.status &&
  (scenario === undefined || scenario === null || scenario === step.scenario)

const shown = ({ status, scenario }: StepAnswer): string =>
  scenario ? `${status} (${scenario})` : String(status)

const reason = (error: unknown): string => (error instanceof Error ? error.message : `${error}`)

const inWords = (
  { id, steps }: Sequence,
  step: SequenceStep,
  done: readonly StepDone[],
  came: string,
): string => {
  const before = done.map((each) => `${each.step.number} ${each.step.event} ${each.status}`)
  return [
    `sequence '${id}', step ${step.number} of ${steps.length}: ${step.event} in the state ${step.state}`,
    `  - expected ${shown(step)}`,
    `  ${came}`,
    `  so far: ${before.join(', ') || 'nothing'}`,
  ].join('\n')
}
