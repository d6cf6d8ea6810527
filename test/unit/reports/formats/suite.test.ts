import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import { reportJunit } from '../../../../src/reports/formats/suite.ts'
import { junitFaults } from '../../../support/junit-schema.ts'
import { finding, reportWith } from '../../../support/reports.ts'

const SCHEMA = readFileSync('test/fixtures/junit.xsd', 'utf8')

const REPORT = reportWith({
  scenario: 'booking-conflict-409',
  status: 409,
  findings: [
    finding('r4/code', { location: 'Bundle.entry[0].resource.status', line: 12, column: 5 }),
    finding('r4/code', { location: 'Bundle.entry[1].resource.status', mend: 'booked' }),
    finding('http/use-context.case', { severity: 'warning' }),
  ],
})

it('is valid by the schema of those who read such reports', async ({ expect }) => {
  expect(await junitFaults(reportJunit(REPORT), SCHEMA)).toEqual([])
  expect(await junitFaults(reportJunit(reportWith()), SCHEMA)).toEqual([])
})

it('fails for each rule with errors, and tells of warnings beside', ({ expect }) => {
  const name = `A1001.${'0'.repeat(32)} POST /$process-message 409 (booking-conflict-409)`

  expect(reportJunit(REPORT)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="${name}" tests="3" failures="1" errors="0" skipped="0" time="0.000" timestamp="2030-01-14T12:00:00">
    <testcase classname="${name}" name="answered" time="0.000">
      <system-out>this answer is the scenario's: booking-conflict-409 refuses a request whatever it says; 2 errors, 1 warning</system-out>
    </testcase>
    <testcase classname="${name}" name="r4/code" time="0.000">
      <failure type="r4/code" message="Bundle.entry[0].resource.status: received absent; expected 'a1t1|booked|booking-request|new'">Bundle.entry[0].resource.status (line 12, column 5)
  received absent
  expected 'a1t1|booked|booking-request|new'
  source BaRS Core, &quot;HTTP headers&quot;
Bundle.entry[1].resource.status
  received absent
  expected 'a1t1|booked|booking-request|new'
  mend booked
  source BaRS Core, &quot;HTTP headers&quot;</failure>
    </testcase>
    <testcase classname="${name}" name="http/use-context.case" time="0.000">
      <system-out>header use-context
  received absent
  expected 'a1t1|booked|booking-request|new'
  source BaRS Core, &quot;HTTP headers&quot;</system-out>
    </testcase>
  </testsuite>
</testsuites>
`)
})
