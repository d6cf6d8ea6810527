import { it } from 'vitest'
import { textOf } from '../../../../src/reports/formats/text.ts'
import { finding, reportWith } from '../../../support/reports.ts'

it('tells a reader at a terminal what is wrong, where, and how to mend it', ({ expect }) => {
  const report = reportWith({
    findings: [
      finding('r4/code', { location: 'Bundle.type', line: 3, column: 11, mend: 'message' }),
      finding('http/use-context.case', { severity: 'warning' }),
    ],
  })

  expect(textOf({ ...report, counts: { ...report.counts, error: 2 } })).toBe(
    `POST /$process-message » 200, booking-accepted
scenario booking-accepted accepts the request
2 errors, 1 warning

error r4/code
  at       Bundle.type (line 3, column 11)
  received absent
  expected 'a1t1|booked|booking-request|new'
  mend     message
  source   BaRS Core, "HTTP headers"

warning http/use-context.case
  at       header use-context
  received absent
  expected 'a1t1|booked|booking-request|new'
  source   BaRS Core, "HTTP headers"

… and 1 more

A1001.${'0'.repeat(32)}, 2030-01-14T12:00:00.000Z
`,
  )
})

it('says whose a refusal is', ({ expect }) => {
  const lines = (scenario: string | null) =>
    textOf(reportWith({ scenario, status: 409 }))
      .split('\n')
      .slice(0, 3)

  expect(lines('booking-conflict-409')).toEqual([
    'POST /$process-message » 409, booking-conflict-409',
    "this answer is the scenario's: booking-conflict-409 refuses a request whatever it says",
    'nothing to mend',
  ])
  expect(lines(null)[1]).toBe('the sandbox refuses the request: no scenario asked for that')
})

it('shows what a terminal would obey', ({ expect }) => {
  const text = textOf(reportWith({ findings: [finding('x', { location: 'Bundle.\u001b[31m' })] }))

  expect(text).toContain('  at       Bundle.\\u{1b}[31m\n')
})
