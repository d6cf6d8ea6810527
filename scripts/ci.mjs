// Runs every check, goes on after a failure, and closes with `N passed, N failed`, and what it skipped.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closing, readResults } from './ci/results.ts'

const folder = mkdtempSync(join(tmpdir(), 'bars-ci-'))
const report = join(folder, 'tests.json')

// How much is left to chance: operations that the 111-ED Receiver and its model are compared on, and
// mutated requests; and of the contracts' mutants one in how many. `npm test` alone does with less.
const CHANCE = { MODEL_OPERATIONS: '200000', MUTATION_RUNS: '20000', MUTANTS_EVERY: '1' }

const run = (script, ...args) =>
  spawnSync('npm', ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])], {
    stdio: 'inherit',
    env: { ...process.env, ...CHANCE },
    shell: process.platform === 'win32',
  }).status === 0

/** The tests that passed, failed and were skipped; a run that wrote no report has failed as a whole. */
const runTests = () => {
  const isGreen = run(
    'test',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  try {
    return readResults(readFileSync(report, 'utf8'), isGreen)
  } catch {
    return { passed: 0, failed: 1, skipped: [] }
  }
}

const hasPython = () => spawnSync('python3', ['--version'], { stdio: 'ignore' }).status === 0

const SCRIPTS = ['lint', 'typecheck', 'types:check', 'generate:check', 'unused']
const CHECKS = [
  ...SCRIPTS.map((script) => [script, () => run(script)]),
  // A developer may do without the tests that need Python, CI may not.
  ...(process.env.CI ? [['python3 is there', hasPython]] : []),
]

const tests = runTests()
let { passed, failed } = tests
for (const [check, passes] of CHECKS) {
  console.log(`\n— ${check}`)
  if (passes()) {
    passed += 1
  } else {
    failed += 1
    console.log(`${check}: failed`)
  }
}
rmSync(folder, { recursive: true })
console.log(`\n${closing({ passed, failed, skipped: tests.skipped })}`)
process.exit(failed === 0 ? 0 : 1)
