import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import { junit } from '../../../../src/reports/formats/junit.ts'
import { junitFaults } from '../../../support/junit-schema.ts'

const SCHEMA = readFileSync('test/fixtures/junit.xsd', 'utf8')

const told = {
  type: 'http/accept',
  message: 'header Accept: absent',
  text: 'header Accept\n  absent',
}

const REPORT = junit([
  {
    name: 'a suite',
    at: '2035-01-15T09:30:00',
    cases: [
      { name: 'passes', seconds: 1.25 },
      { name: 'fails', seconds: 0.5, failure: told },
      { name: 'cannot be read', error: { ...told, type: 'unreadable' } },
      { name: 'was not judged', skipped: 'its body is not shown' },
      { name: 'passes, but', output: 'header use-context\n  in capitals' },
    ],
  },
  { name: 'empty', at: '2035-01-15T09:30:00', cases: [] },
])

it('writes what came of each case, with counts, times and types', ({ expect }) => {
  expect(REPORT).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="a suite" tests="5" failures="1" errors="1" skipped="1" time="1.750" timestamp="2035-01-15T09:30:00">
    <testcase classname="a suite" name="passes" time="1.250"/>
    <testcase classname="a suite" name="fails" time="0.500">
      <failure type="http/accept" message="header Accept: absent">header Accept
  absent</failure>
    </testcase>
    <testcase classname="a suite" name="cannot be read" time="0.000">
      <error type="unreadable" message="header Accept: absent">header Accept
  absent</error>
    </testcase>
    <testcase classname="a suite" name="was not judged" time="0.000">
      <skipped message="its body is not shown"/>
    </testcase>
    <testcase classname="a suite" name="passes, but" time="0.000">
      <system-out>header use-context
  in capitals</system-out>
    </testcase>
  </testsuite>
  <testsuite name="empty" tests="0" failures="0" errors="0" skipped="0" time="0.000" timestamp="2035-01-15T09:30:00">
  </testsuite>
</testsuites>
`)
})

it('is valid by the schema of those who read such reports', async ({ expect }) => {
  expect(await junitFaults(REPORT, SCHEMA)).toEqual([])
  expect(await junitFaults(REPORT.replaceAll(/ errors="\d"/g, ''), SCHEMA)).toEqual([
    expect.stringContaining("The attribute 'errors' is required but missing."),
    expect.stringContaining("The attribute 'errors' is required but missing."),
  ])
})

it('is valid whatever the texts hold', async ({ expect }) => {
  const hostile = `"<&>'\n\u0000\u001b[31m\uffff\ud800]]>`
  const xml = junit([
    {
      name: hostile,
      at: '2035-01-15T09:30:00',
      cases: [
        {
          name: hostile,
          failure: { type: hostile, message: hostile, text: hostile },
          skipped: hostile,
          output: hostile,
        },
      ],
    },
  ])

  expect(await junitFaults(xml, SCHEMA)).toEqual([])
  expect(xml).toContain(
    "<system-out>&quot;&lt;&amp;&gt;'\n\ufffd\ufffd[31m\ufffd\ufffd]]&gt;</system-out>",
  )
})
