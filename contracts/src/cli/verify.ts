import { visible } from '../check/report.ts'
import { CannotVerify } from '../verify/prerequisites.ts'
import type { VerifiedInteraction } from '../verify/verifier.ts'
import { type Verification, type VerifyOptions, verifyPact } from '../verify/verify-pact.ts'
import { command, EXIT, UsageError } from './command.ts'
import { paint, type Stream, withProgress } from './terminal.ts'

/** `bars-contracts verify` */
export const verify = command({
  summary: 'Verify pact files against the sandbox',
  about: `Verifies pacts with Pact's own verifier: a sandbox of its own, or one that is running, must answer
every interaction as the pact says. Needs the package @pact-foundation/pact-cli in your project.`,
  operands: { name: '<pact file…>', atLeast: 1, atMost: Number.POSITIVE_INFINITY },
  options: {
    url: { type: 'string', value: 'url', about: 'a running sandbox; without, one is started' },
    junit: { type: 'string', value: 'file', about: 'write a JUnit report' },
  },
  examples: [
    'bars-contracts verify pacts/acme-bars-receiver.json',
    'bars-contracts verify pacts/*.json --url http://127.0.0.1:8787 --junit verify.xml',
  ],
  run: async ({ values: { url, junit }, positionals: files }, terminal) => {
    const what = `Verifying ${files.length} pact file${files.length > 1 ? 's' : ''}`
    const verified = await withProgress(terminal, what, () =>
      verifiable({
        files,
        ...(url !== undefined && { url }),
        ...(junit !== undefined && { junit }),
      }),
    )
    terminal.out.write(verdicts(verified, terminal.out))
    return verified.ok ? EXIT.ok : EXIT.failed
  },
})

const verifiable = async (options: VerifyOptions): Promise<Verification> => {
  try {
    return await verifyPact(options)
  } catch (error) {
    throw error instanceof CannotVerify ? new UsageError(error.message) : error
  }
}

const verdicts = ({ interactions }: Verification, out: Stream): string => {
  const failed = interactions.filter(({ ok }) => !ok).length
  return [
    ...interactions.map((each) => line(each, out)),
    `${interactions.length - failed} verified, ${failed} failed\n`,
  ].join('')
}

const line = ({ description, ok, mismatches }: VerifiedInteraction, out: Stream): string => {
  const verdict = ok ? paint(out, 'green', 'ok  ') : paint(out, 'red', 'FAIL')
  const pending = ok && mismatches.length > 0 ? ' (pending)' : ''
  const details = mismatches.map((mismatch) => `       ${visible(mismatch)}\n`)
  return [`${verdict}  ${visible(description)}${pending}\n`, ...details].join('')
}
