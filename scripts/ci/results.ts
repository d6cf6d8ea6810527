/** What a run of the tests came to. */
export interface Results {
  readonly passed: number
  readonly failed: number
  /** The names of the tests that did not run. */
  readonly skipped: readonly string[]
}

/** The part of vitest's JSON report that is read here. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

const RAN = ['passed', 'failed']

/** Reads vitest's JSON report; a run that ended badly has one failure at least. */
export const readResults = (json: string, isGreen: boolean): Results => {
  const { numPassedTests, numFailedTests, testResults }: Report = JSON.parse(json)
  return {
    passed: numPassedTests,
    failed: isGreen ? numFailedTests : Math.max(numFailedTests, 1),
    skipped: testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => !RAN.includes(status))
      .map(({ fullName }) => fullName),
  }
}

/** The line that CI closes with; what was skipped, named before it, is told only if there is any. */
export const closing = ({ passed, failed, skipped }: Results): string => {
  const counts = `${passed} passed, ${failed} failed`
  if (skipped.length === 0) return counts
  return [
    'Skipped:',
    ...skipped.map((name) => `- ${name}`),
    '',
    `${counts}, ${skipped.length} skipped`,
  ].join('\n')
}
