// `npm run ci`: runs every check, goes on after a failure, and closes with how many passed, failed and
// were skipped. A test is one, and so is each of the other checks; arguments choose files of tests.
import { spawnSync } from 'node:child_process'
import { startVitest } from 'vitest/node'

// How much is left to chance: operations that the 111-ED Receiver and its model are compared on, and
// mutated requests; of the contracts' mutants one in how many; and by which of axe's rules pages are
// looked at. `npm test` alone does with less.
const CHANCE = {
  MODEL_OPERATIONS: '200000',
  MUTATION_RUNS: '20000',
  MUTANTS_EVERY: '1',
  AXE_RULES: 'all',
}

const CHECKS = [
  ...['lint', 'typecheck', 'types:check', 'generate:check', 'unused'].map((script) => [
    'npm',
    ...['run', '--silent', script],
  ]),
  // A developer may do without the tests that need Python or a browser, CI may not.
  ...(process.env['CI']
    ? [
        ['python3', '--version'],
        ['chromium', '--version'],
      ]
    : []),
]

const passes = ([program = '', ...args]: readonly string[]): boolean => {
  console.log(`\n— ${[program, ...args].join(' ')}`)
  return (
    spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
  )
}

const failedChecks = CHECKS.filter((check) => !passes(check))

Object.assign(process.env, CHANCE)
const vitest = await startVitest('test', process.argv.slice(2), { watch: false })
const tests = vitest.state.getTestModules().flatMap(({ children }) => [...children.allTests()])
await vitest.close()

const testsThat = (...states: readonly string[]) =>
  tests.filter((test) => states.includes(test.result().state))
const skipped = testsThat('skipped', 'pending')
// A run may end badly without a test that failed: a file that cannot be read, an error of nobody's.
const failed = failedChecks.length + Math.max(testsThat('failed').length, process.exitCode ? 1 : 0)
const passed = CHECKS.length - failedChecks.length + testsThat('passed').length

for (const { fullName } of skipped) console.log(`skipped: ${fullName}`)
for (const check of failedChecks) console.log(`failed: ${check.join(' ')}`)
console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`)
process.exit(failed === 0 ? 0 : 1)
