import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import type { CheckReport } from '../../src/check/report.ts'

const id = 'booking-conflict-409'

/** Two violations, and a warning. */
const wrong = buildRequest(id, {
  headers: {
    'X-Request-Id': undefined,
    'X-Correlation-Id': undefined,
    'use-context': 'A1T1|booked|booking-request|new',
  },
})

const said = ({ ok, violations, warnings, ignored }: CheckReport) => ({
  ok,
  violations: violations.map(({ rule }) => rule),
  warnings: warnings.map(({ rule }) => rule),
  ignored,
})

it('leaves out a rule by its id, and tells how many findings that were', ({ expect }) => {
  const report = checkRequest(id, wrong, { ignore: ['http/x-request-id'] })

  expect(said(report)).toEqual({
    ok: false,
    violations: ['http/x-correlation-id'],
    warnings: ['http/use-context.case'],
    ignored: 1,
  })
  expect(report.text.split('\n').at(-1)).toBe('ignored, as asked: 1 more')
})

it('leaves out all rules that begin so, and may find nothing left', ({ expect }) => {
  const report = checkRequest(id, wrong, { ignore: ['http/'] })

  expect(report).toEqual({
    ok: true,
    violations: [],
    warnings: [],
    ignored: 3,
    text: `no contract violation in scenario '${id}': POST /$process-message\nignored, as asked: 3 more`,
  })
})

it('takes what ends in a dot for all that begin so, and not the rule of that name', ({
  expect,
}) => {
  expect(said(checkRequest(id, wrong, { ignore: ['http/use-context.'] })).warnings).toEqual([])
  expect(said(checkRequest(id, wrong, { ignore: ['http/use-context'] })).warnings).toEqual([
    'http/use-context.case',
  ])
})

it('makes warnings violations', ({ expect }) => {
  expect(said(checkRequest(id, wrong, { warningsAsErrors: true }))).toEqual({
    ok: false,
    violations: ['http/x-request-id', 'http/x-correlation-id', 'http/use-context.case'],
    warnings: [],
    ignored: undefined,
  })
})

it('tells what else is wrong in a place once its first fault is ignored', ({ expect }) => {
  const request = buildRequest(id, { headers: { 'use-context': 'A1T1|booked|x' } })

  const both = [
    checkRequest(id, request),
    checkRequest(id, request, { ignore: ['http/use-context'] }),
  ]

  expect(both.map((report) => said(report).violations)).toEqual([['http/use-context'], []])
  expect(both.map((report) => said(report).warnings)).toEqual([[], ['http/use-context.case']])
})

const UNKNOWN = [
  ['http/x-request', "There is no rule 'http/x-request' to ignore. Did you mean http/x-request-id"],
  ['simulater/', "There is no rule 'simulater/' to ignore. Did you mean simulator/"],
  ['payload', "There is no rule 'payload' to ignore. Did you mean payload/"],
  ['~', "There is no rule '~' to ignore. Reports name the rule of each finding."],
] as const

for (const [rule, message] of UNKNOWN) {
  it(`refuses to ignore ${rule}, which is no rule`, ({ expect }) => {
    expect(() => checkRequest(id, wrong, { ignore: [rule] })).toThrow(RangeError)
    expect(() => checkRequest(id, wrong, { ignore: [rule] })).toThrow(message)
  })
}

it('refuses an option that it does not have', ({ expect }) => {
  // @ts-expect-error: misspelt.
  expect(() => checkRequest(id, wrong, { ignores: [] })).toThrow(
    new TypeError("checkRequest has no option 'ignores'. Did you mean ignore?"),
  )
})
