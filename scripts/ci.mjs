// Runs every check, goes on after a failure, and closes with `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'bars-ci-'))
const report = join(folder, 'tests.json')

const run = (script, ...args) =>
  spawnSync('npm', ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).status === 0

/** The tests that passed and failed; a run that wrote no report has failed as a whole. */
const runTests = () => {
  const isGreen = run(
    'test',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return {
      passed: numPassedTests,
      failed: isGreen ? numFailedTests : Math.max(numFailedTests, 1),
    }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const CHECKS = ['lint', 'typecheck', 'types:check', 'generate:check', 'unused', 'mutants']

let { passed, failed } = runTests()
for (const check of CHECKS) {
  console.log(`\n— ${check}`)
  if (run(check)) {
    passed += 1
  } else {
    failed += 1
    console.log(`${check} failed`)
  }
}
rmSync(folder, { recursive: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
