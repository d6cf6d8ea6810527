import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotVerify } from './cannot-verify.ts'
import { cleaningUp } from './cleaning-up.ts'

const STDERR_KEPT = 4000

/** A run of the verifier. */
interface VerifierRun {
  readonly binary: string
  readonly file: string
  readonly providerArguments: readonly string[]
  readonly timeoutMs: number
}

/** Runs the verifier on a pact file and gives its JSON report. */
export const runVerifier = (run: VerifierRun): Promise<unknown> => {
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

const start = ({ binary, file, providerArguments }: VerifierRun, report: string): ChildProcess => {
  const args = ['verifier', '-f', file, ...providerArguments, '-j', report, '--no-colour']
  return spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environment() })
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

/** This environment without what would make the verifier ask a broker, filter or phone home. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:PACT|OTEL)_/i.test(name)),
  ),
  PACT_DO_NOT_TRACK: 'true',
})
