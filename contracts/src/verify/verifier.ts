import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { FHIR_PATH } from '../../../src/bars/paths.ts'
import { RECEIVER } from '../pact/pacts.ts'
import { CannotVerify, type Provider } from './prerequisites.ts'

const STDERR_KEPT = 4000

/** An interaction of a pact, verified. */
export interface VerifiedInteraction {
  readonly file: string
  readonly description: string
  /** Also true of one that failed but is marked as pending. */
  readonly ok: boolean
  /** What the provider answered that the pact does not allow, one line each. */
  readonly mismatches: readonly string[]
  /** How long it took. */
  readonly seconds: number
}

/** A run of the verifier. */
interface VerifierRun {
  readonly binary: string
  readonly file: string
  readonly provider: Provider
  readonly timeoutMs: number
}

/** Runs the verifier on a pact file; gives what came of each interaction. */
export const runVerifier = async (run: VerifierRun): Promise<readonly VerifiedInteraction[]> =>
  interactionsIn(run.file, await jsonReport(run))

const jsonReport = (run: VerifierRun): Promise<unknown> => {
  const folder = mkdtempSync(join(tmpdir(), 'bars-verify-'))
  const report = join(folder, 'report.json')
  const child = start(run, report)
  const cleanUp = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  return cleaningUp(cleanUp, async () => {
    const said = await finished(child, run)
    return JSON.parse(readReport(report, `The verifier wrote no report on ${run.file}. ${said}`))
  })
}

const start = ({ binary, file, provider }: VerifierRun, report: string): ChildProcess => {
  const where = ['-f', file, ...providerArguments(provider), '-j', report]
  return spawn(binary, ['verifier', ...where, '--no-colour'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment(),
  })
}

const finished = (child: ChildProcess, { binary, file, timeoutMs }: VerifierRun): Promise<string> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new CannotVerify(`The verifier did not finish ${file} in ${timeoutMs / 1000} s.`))
    }, timeoutMs)
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-STDERR_KEPT)
    })
    child.on('error', (error) => reject(new CannotVerify(`${binary}: ${error.message}`)))
    child.on('close', () => {
      clearTimeout(timer)
      resolve(said)
    })
  })

const readReport = (report: string, absent: string): string => {
  try {
    return readFileSync(report, 'utf8')
  } catch {
    throw new CannotVerify(absent)
  }
}

/** This environment without what would make the verifier ask a broker, filter, phone home or miss a sandbox here. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:PACT|OTEL)_/i.test(name)),
  ),
  PACT_DO_NOT_TRACK: 'true',
  NO_PROXY: noProxy(process.env),
  no_proxy: noProxy(process.env),
})

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

// No proxy leads back to this machine.
const noProxy = ({ NO_PROXY: upper, no_proxy: lower }: NodeJS.ProcessEnv): string =>
  [upper, lower, ...LOOPBACK].filter((each) => each).join()

/** The verifier's arguments for a provider. */
const providerArguments = ({ root, stateUrl }: Provider): readonly string[] => {
  const { protocol, hostname, port, pathname } = root
  const standard = protocol === 'https:' ? '443' : '80'
  return [
    ...['-n', RECEIVER],
    ...['--transport', protocol.slice(0, -1)],
    ...['-h', hostname],
    ...['-p', port || standard],
    ...['--base-path', `${pathname.replace(/\/$/, '')}${FHIR_PATH}`],
    ...['-s', stateUrl],
  ]
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Does work and cleans up after it, also if this process is ended meanwhile. `cleanUp` must not wait. */
export const cleaningUp = async <T>(cleanUp: () => void, work: () => Promise<T>): Promise<T> => {
  const stopListening = () => {
    process.off('exit', cleanUp)
    for (const signal of SIGNALS) process.off(signal, onSignal)
  }
  const onSignal = (signal: NodeJS.Signals) => {
    cleanUp()
    stopListening()
    // Where nobody else listens, the process ends as if nobody had.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  process.once('exit', cleanUp)
  // First, while those that listen once can still be counted.
  for (const signal of SIGNALS) process.prependListener(signal, onSignal)
  try {
    return await work()
  } finally {
    stopListening()
    cleanUp()
  }
}

const ReportedMismatch = z.object({
  type: z.string(),
  mismatch: z.string(),
  path: z.string().optional(),
  key: z.string().optional(),
})

const ReportedFailure = z.object({
  interaction: z.string(),
  mismatch: z.object({
    mismatches: z.array(ReportedMismatch).default([]),
    message: z.string().optional(),
  }),
})

type ReportedFailure = z.infer<typeof ReportedFailure>

/** What the verifier reports, as far as it is read. */
const Report = z.object({
  interactionResults: z.array(
    z.object({ description: z.string(), result: z.string(), duration: z.string().default('') }),
  ),
  errors: z.array(ReportedFailure),
  pendingErrors: z.array(ReportedFailure),
})

const interactionsIn = (file: string, json: unknown): readonly VerifiedInteraction[] => {
  const { interactionResults, errors, pendingErrors } = Report.parse(json)
  if (interactionResults.length === 0) {
    const [error] = errors.map(({ mismatch }) => mismatch.message)
    throw new CannotVerify(`${file}: ${error ?? 'the pact has no interactions'}`)
  }
  const failures = [...errors, ...pendingErrors]
  return interactionResults.map(({ description, result, duration }) => {
    const about = { file, description, seconds: secondsIn(duration) }
    if (result === 'OK') return { ...about, ok: true, mismatches: [] }
    const failed = take(failures, ({ interaction }) => isOf(interaction, description))
    const isPending = failed !== undefined && pendingErrors.includes(failed)
    return { ...about, ok: isPending, mismatches: mismatchesIn(failed) }
  })
}

const SECONDS: Readonly<Record<string, number>> = { m: 60, s: 1, ms: 1e-3, us: 1e-6, ns: 1e-9 }

// As the verifier prints it: `109ms`, `1s 20ms`.
const secondsIn = (duration: string): number =>
  [...duration.matchAll(/([\d.]+)(ms|us|ns|m|s)/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (SECONDS[unit] ?? 0),
    0,
  )

// Interactions may share a description; their failures come in the order of the results.
const take = (
  failures: ReportedFailure[],
  isWanted: (failed: ReportedFailure) => boolean,
): ReportedFailure | undefined => {
  const place = failures.findIndex(isWanted)
  return place < 0 ? undefined : failures.splice(place, 1)[0]
}

// The verifier names the interaction at the end of a sentence, or before what went wrong.
const isOf = (sentence: string, description: string): boolean =>
  sentence.endsWith(` - ${description}`) || sentence.includes(` - ${description} - `)

const mismatchesIn = (failed: ReportedFailure | undefined): readonly string[] => {
  const { mismatches = [], message } = failed?.mismatch ?? {}
  const lines = mismatches.map(({ type, mismatch, path, key }) => {
    const where = path ?? (key === undefined ? placeOf(type) : `header ${key}`)
    return `${where}: ${mismatch}`
  })
  // The verifier tells them in another order each time.
  const said = [...lines.sort(), ...(message === undefined ? [] : [message])]
  return said.length > 0 ? said : ['failed; the verifier does not say why']
}

const placeOf = (type: string): string => (type === 'StatusMismatch' ? 'status' : 'body')
