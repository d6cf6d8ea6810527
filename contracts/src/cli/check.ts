import { writeFileSync } from 'node:fs'
import { HEADERS } from '../../../src/bars/headers.ts'
import { checkRequest } from '../check/check-request.ts'
import type { CheckableRequest } from '../check/checked-request.ts'
import type { CheckReport, Violation } from '../check/report.ts'
import { headerPairs } from '../check/sent-headers.ts'
import { createSandbox } from '../sandbox.ts'
import { scenarioIdOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { junit } from '../verify/junit.ts'
import { command } from './command.ts'
import { EXIT } from './exit.ts'
import { readScenarioId } from './operands.ts'
import { readRequestFile } from './request-file.ts'
import { paint, type Stream } from './terminal.ts'

/** `bars-contracts check` */
export const check = command({
  summary: 'Check a request in a file',
  about: `Checks requests by the rules of BaRS, and that each chooses its scenario: the one named, or the one
that the sandbox answers with. A file holds JSON, { "method", "path", "headers", "body" }, or HTTP as
text: as it was sent, as a .http file has it, or as curl -v shows it.`,
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
    const requests = files.map((file) => ({ file, request: readRequestFile(file) }))
    const checked = await Promise.all(
      requests.map(async ({ file, request }) => ({
        file,
        report: checkRequest(id ?? (await chosenBy(request)), request),
      })),
    )
    for (const { file, report } of checked) out.write(`${file}: ${inColour(report, out)}\n`)
    if (values.junit !== undefined) writeFileSync(values.junit, junit([suite(checked)]))
    return checked.every(({ report }) => report.ok) ? EXIT.ok : EXIT.failed
  },
})

/** The scenario that a sandbox of its own answers a request with, if any does. */
const chosenBy = async (request: CheckableRequest): Promise<ScenarioId | undefined> => {
  const { fetch, fhirPath } = createSandbox()
  const sent = toRequest(request, `http://127.0.0.1${fhirPath}`)
  const id = sent && (await fetch(sent)).headers.get(HEADERS.scenario)
  return id ? scenarioIdOf(id) : undefined
}

const toRequest = (
  { method, path, headers, body }: CheckableRequest,
  base: string,
): Request | undefined => {
  const local = path.replace(/^https?:\/\/[^/]*/, '').replace(/^.*\/FHIR\/R4/, '')
  const sent = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  try {
    return new Request(base + local, {
      method,
      headers: headerPairs(headers).map(([name, value]) => [name, value]),
      ...(sent && { body: sent }),
    })
  } catch {
    // What cannot be sent at all chooses nothing.
    return undefined
  }
}

const inColour = ({ ok, text }: CheckReport, out: Stream): string => {
  const [first = '', ...rest] = text.split('\n')
  return [paint(out, ok ? 'green' : 'red', first), ...rest].join('\n')
}

const suite = (checked: readonly { readonly file: string; readonly report: CheckReport }[]) => ({
  name: 'bars-contracts check',
  cases: checked.map(({ file, report }) => ({
    name: file,
    failures: report.violations.map(inWords),
  })),
})

const inWords = ({ where, expected, received }: Violation): string =>
  `${where}: expected ${expected}, received ${received}`
