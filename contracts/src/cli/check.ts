import { writeFileSync } from 'node:fs'
import { HEADERS } from '../../../src/bars/headers.ts'
import { junit, type TestSuite } from '../../../src/reports/formats/junit.ts'
import { type CheckableRequest, checkFurther } from '../check/check-request.ts'
import { type CheckReport, type Violation, visible } from '../check/report.ts'
import { headerPairs } from '../check/sent-headers.ts'
import { plainSandbox } from '../sandbox/plain-sandbox.ts'
import { scenarioIdOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { checkWritable, momentOf } from '../verify/report-file.ts'
import { command, EXIT, readScenarioId, UsageError } from './command.ts'
import { type RequestFile, readRequestFile } from './request-file.ts'
import { paint, type Stream } from './terminal.ts'

/** `bars-contracts check` */
export const check = command({
  summary: 'Check a request in a file',
  about: `Checks requests by the rules of BaRS, and that each chooses its scenario: the one named, or the one
that the sandbox answers with. A file holds JSON, { "method", "path", "headers", "body" }, or HTTP as
text, as it was sent or as a .http file has it, or what curl --trace <file> writes. That of curl -v
will do too, but shows no body, so that the rest is checked.`,
  operands: { name: '<request file…>', atLeast: 1, atMost: Number.POSITIVE_INFINITY },
  options: {
    scenario: {
      type: 'string',
      value: 'id',
      about: 'the scenario that the requests are to choose',
    },
    junit: { type: 'string', value: 'file', about: 'write a JUnit report' },
  },
  examples: [
    'bars-contracts check booking.http',
    'bars-contracts check booking.json --scenario booking-conflict-409 --junit check.xml',
  ],
  run: async ({ values, positionals: files }, { out }) => {
    const id = values.scenario === undefined ? undefined : readScenarioId(values.scenario)
    if (values.junit !== undefined) await checkWritable(values.junit)
    const checked = await Promise.all(
      files.map(readRequestFile).map(async (sent) => ({
        ...sent,
        report: checkFurther(id ?? (await chosenBy(sent.request)), sent.request, sent),
      })),
    )
    for (const each of checked) out.write(verdictOn(each, out))
    if (values.junit !== undefined) writeFileSync(values.junit, junit([suiteOf(checked)]))
    return checked.every(({ report }) => report.ok) ? EXIT.ok : EXIT.failed
  },
})

/** The scenario that a sandbox of its own answers a request with, if any does. */
const chosenBy = async (request: CheckableRequest): Promise<ScenarioId | undefined> => {
  const { fetch, fhirPath } = plainSandbox()
  const sent = toRequest(request, `http://127.0.0.1${fhirPath}`)
  const id = sent && (await fetch(sent)).headers.get(HEADERS.scenario)
  return id ? scenarioIdOf(id) : undefined
}

const toRequest = (
  { method, path, headers, body: unwritten }: CheckableRequest,
  base: string,
): Request | undefined => {
  const local = path.replace(/^https?:\/\/[^/]*/, '').replace(/^.*\/FHIR\/R4/, '')
  const pairs = headerPairs(headers).map(([name, value]): [string, string] => [name, value])
  const body = sentBody(unwritten)
  try {
    return new Request(base + local, { method, headers: pairs, ...(body && { body }) })
  } catch {
    // What cannot be sent at all chooses nothing.
    return undefined
  }
}

const sentBody = (body: unknown): string | Uint8Array<ArrayBuffer> | undefined => {
  if (typeof body === 'string' || body === undefined) return body
  if (body instanceof Uint8Array) return new Uint8Array(body)
  try {
    return JSON.stringify(body)
  } catch (error) {
    throw error instanceof RangeError
      ? new UsageError('The body is nested too deeply to be written.')
      : error
  }
}

interface Checked extends RequestFile {
  readonly report: CheckReport
}

const verdictOn = ({ file, report, hasBody }: Checked, out: Stream): string =>
  [
    `${visible(file)}: ${inColour(report, out)}\n`,
    ...(hasBody
      ? []
      : ['  its body was not checked: curl -v does not show it, curl --trace does\n']),
  ].join('')

const inColour = ({ ok, text }: CheckReport, out: Stream): string => {
  const [first = '', ...rest] = text.split('\n')
  return [paint(out, ok ? 'green' : 'red', first), ...rest].join('\n')
}

const suiteOf = (checked: readonly Checked[]): TestSuite => ({
  name: 'bars-contracts check',
  at: momentOf(Date.now()),
  cases: checked.map(({ file, report }) => {
    const [first] = report.violations
    return { name: file, failure: first && { ...told(first), text: report.text } }
  }),
})

const told = ({ rule, where, expected, received }: Violation) => ({
  type: rule,
  message: `${where}: expected ${expected}, received ${received}`,
})
