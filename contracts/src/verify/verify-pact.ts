import { writeFile } from 'node:fs/promises'
import { junit, type TestCase, type TestSuite } from '../../../src/reports/formats/junit.ts'
import { checkOptions, type OptionKinds } from '../arguments.ts'
import { startStub } from '../stub/start-stub.ts'
import {
  CannotVerify,
  checkIsForReceiver,
  checkProvider,
  type Provider,
  pactBinary,
  providerAt,
} from './prerequisites.ts'
import { checkWritable, momentOf } from './report-file.ts'
import { runVerifier, type VerifiedInteraction } from './verifier.ts'

/** What is verified, and against what. */
export interface VerifyOptions {
  /** Pact files, by path. */
  readonly files: readonly string[]
  /** A running sandbox, by the URL of its root or of its FHIR API; one is started when left out. */
  readonly url?: string
  /** Where to write a JUnit report. */
  readonly junit?: string
  /** How long a file may take; two minutes when left out. */
  readonly timeoutMs?: number
}

/** What came of a verification. */
export interface Verification {
  readonly ok: boolean
  /** In the order of the files. */
  readonly interactions: readonly VerifiedInteraction[]
}

const OPTIONS: OptionKinds<VerifyOptions> = {
  files: 'list',
  url: 'string',
  junit: 'string',
  timeoutMs: 'number',
}

const TWO_MINUTES_MS = 120_000

/**
 * Verifies pacts against the sandbox with Pact's own verifier, of the package
 * `@pact-foundation/pact-cli` in the project.
 * @throws Error when nothing could be verified: no verifier, no such file, no sandbox at the URL, a report
 * that cannot be written.
 * @throws TypeError when it is given what is no option of it.
 */
export const verifyPact = async (options: VerifyOptions): Promise<Verification> => {
  checkOptions('verifyPact', options, OPTIONS)
  if (options.files.length === 0) throw new CannotVerify('There is no pact file to verify.')
  const binary = pactBinary(process.cwd())
  if (options.junit !== undefined) await checkWritable(options.junit)
  await Promise.all(options.files.map(checkIsForReceiver))
  const at = momentOf(Date.now())
  const interactions = await withProvider(options, (provider) =>
    verifyAll(binary, options, provider),
  )
  if (options.junit !== undefined) await writeFile(options.junit, junit(suites(interactions, at)))
  return { ok: interactions.every(({ ok }) => ok), interactions }
}

const withProvider = async <T>(
  { url, timeoutMs }: VerifyOptions,
  work: (provider: Provider) => Promise<T>,
): Promise<T> => {
  if (url !== undefined) {
    const provider = providerAt(url)
    await checkProvider(provider, timeoutMs)
    return work(provider)
  }
  const { url: own, close } = await startStub()
  try {
    return await work(providerAt(own))
  } finally {
    await close()
  }
}

const verifyAll = async (
  binary: string,
  { files, timeoutMs = TWO_MINUTES_MS }: VerifyOptions,
  provider: Provider,
): Promise<readonly VerifiedInteraction[]> => {
  const verified: VerifiedInteraction[] = []
  for (const file of files) {
    verified.push(...(await runVerifier({ binary, file, provider, timeoutMs })))
  }
  return verified
}

const suites = (interactions: readonly VerifiedInteraction[], at: string): readonly TestSuite[] =>
  [...new Set(interactions.map(({ file }) => file))].map((name) => ({
    name,
    at,
    cases: interactions.filter(({ file }) => file === name).map(caseOf),
  }))

const caseOf = ({ description, ok, mismatches, seconds }: VerifiedInteraction): TestCase => {
  const text = mismatches.join('\n')
  const name = { name: description, seconds }
  if (!ok) return { ...name, failure: { type: 'mismatch', message: mismatches[0] ?? '', text } }
  // A pending interaction is verified whatever came of it.
  return text === '' ? name : { ...name, output: text }
}
