import { it } from 'vitest'
import { closing, readResults } from '../../../scripts/ci/results.ts'

const test = (status: string, fullName: string) => ({ status, fullName })

const reportOf = (failed: number) =>
  JSON.stringify({
    numPassedTests: 2,
    numFailedTests: failed,
    testResults: [
      { assertionResults: [test('passed', 'a'), test('skipped', 'needs a file')] },
      { assertionResults: [test('passed', 'b'), test('pending', 'needs Python')] },
    ],
  })

it('names the tests that did not run', ({ expect }) => {
  expect(readResults(reportOf(0), true)).toEqual({
    passed: 2,
    failed: 0,
    skipped: ['needs a file', 'needs Python'],
  })
})

it('counts a failure of a run that ended badly with none', ({ expect }) => {
  expect([0, 3].map((failed) => readResults(reportOf(failed), false).failed)).toEqual([1, 3])
})

it('closes with what passed and failed', ({ expect }) => {
  expect(closing({ passed: 7, failed: 1, skipped: [] })).toBe('7 passed, 1 failed')
})

it('closes with what was skipped, named before the last line', ({ expect }) => {
  const skipped = ['needs a file', 'needs Python']

  expect(closing({ passed: 7, failed: 0, skipped })).toBe(
    'Skipped:\n- needs a file\n- needs Python\n\n7 passed, 0 failed, 2 skipped',
  )
})
