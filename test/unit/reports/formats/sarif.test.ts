import { readFileSync } from 'node:fs'
import Draft4 from 'ajv-draft-04'
import { it } from 'vitest'
import { sarif } from '../../../../src/reports/formats/sarif.ts'
import { finding, reportWith } from '../../../support/reports.ts'

// One of its patterns is no regular expression in Unicode mode; formats are for other validators.
const ajv = new Draft4({ strict: false, unicodeRegExp: false, validateFormats: false })
const isSarif = ajv.compile(
  JSON.parse(readFileSync('test/fixtures/schemas/sarif-2.1.0.json', 'utf8')),
)

const REPORT = reportWith({
  findings: [
    finding('http/use-context', { tag: 'RS/BS-HTTP-HEAD', mend: 'it repeats the message' }),
    finding('r4/code', { location: 'Bundle.entry[0].resource.status', line: 12, column: 5 }),
    finding('r4/code', { location: 'Bundle.entry[1].resource.status' }),
    finding('message/near', { severity: 'information', received: '"\u0000\u001b<&>' }),
  ],
})

it('is valid by the schema of SARIF 2.1.0', ({ expect }) => {
  const log = JSON.parse(sarif(REPORT))

  expect([isSarif(log), isSarif.errors]).toEqual([true, null])
  expect(isSarif(JSON.parse(sarif(reportWith())))).toBe(true)
  expect(isSarif({ ...log, runs: [{ ...log.runs[0], columnKind: 'bytes' }] })).toBe(false)
})

it('tells of each finding its rule, level, place and identity', ({ expect }) => {
  const [run] = JSON.parse(sarif(REPORT)).runs

  expect(run.results[1]).toEqual({
    ruleId: 'r4/code',
    level: 'error',
    message: {
      text: "Bundle.entry[0].resource.status: received absent; expected 'a1t1|booked|booking-request|new'",
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'message.json' },
          region: { startLine: 12, startColumn: 5 },
        },
        logicalLocations: [{ fullyQualifiedName: 'Bundle.entry[0].resource.status' }],
      },
    ],
    partialFingerprints: { 'ruleAndLocation/v1': 'r4/code Bundle.entry[0].resource.status' },
  })
  expect(run.results[3].level).toBe('note')
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
    'http/use-context',
    'r4/code',
    'message/near',
  ])
})
