import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotVerify } from './cannot-verify.ts'

const STDERR_KEPT = 4000

/** A run of the verifier. */
interface VerifierRun {
  readonly binary: string
  readonly file: string
  readonly providerArguments: readonly string[]
  readonly timeoutMs: number
}

/** Runs the verifier on a pact file and gives its JSON report. */
export const runVerifier = async (run: VerifierRun): Promise<unknown> => {
  const folder = await mkdtemp(join(tmpdir(), 'bars-verify-'))
  const report = join(folder, 'report.json')
  try {
    const said = await finished(run, report)
    const written = await readFile(report, 'utf8').catch(() => {
      throw new CannotVerify(`The verifier wrote no report on ${run.file}. ${said}`)
    })
    return JSON.parse(written)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const finished = (run: VerifierRun, report: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { binary, file, providerArguments, timeoutMs } = run
    const args = ['verifier', '-f', file, ...providerArguments, '-j', report, '--no-colour']
    const child = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environment() })
    const kill = () => child.kill('SIGKILL')
    const timer = setTimeout(() => {
      kill()
      reject(new CannotVerify(`The verifier did not finish ${file} in ${timeoutMs / 1000} s.`))
    }, timeoutMs)
    // Should this process end first, the verifier must not live on.
    process.once('exit', kill)

    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-STDERR_KEPT)
    })
    child.on('error', (error) => reject(new CannotVerify(`${binary}: ${error.message}`)))
    child.on('close', () => {
      clearTimeout(timer)
      process.off('exit', kill)
      resolve(said)
    })
  })

/** This environment without what would make the verifier ask a broker, filter or phone home. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:PACT|OTEL)_/i.test(name)),
  ),
  PACT_DO_NOT_TRACK: 'true',
})
