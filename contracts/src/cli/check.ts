import { writeFileSync } from 'node:fs'
import { HEADERS } from '../../../src/bars/headers.ts'
import { junit, type TestCase } from '../../../src/reports/formats/junit.ts'
import { type CheckableRequest, checkFurther } from '../check/check-request.ts'
import { type CheckReport, visible } from '../check/report.ts'
import { headerPairs } from '../check/sent-headers.ts'
import type { ToVerdict } from '../check/verdict.ts'
import { plainSandbox } from '../sandbox/plain-sandbox.ts'
import { scenarioIdOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { checkWritable, momentOf } from '../verify/report-file.ts'
import { command, EXIT, type Exit, readScenarioId, readVerdict, VERDICT_FLAGS } from './command.ts'
import { type InFile, readRequestFiles } from './request-files/request-files.ts'
import { paint, type Stream } from './terminal.ts'

/** `bars-contracts check` */
export const check = command({
  summary: 'Check requests in files',
  about: `Checks requests by the rules of BaRS, and that each chooses its scenario: the one named, or the one
that the sandbox answers with. All requests of a file are checked, and every file of a folder. A file
holds JSON, { "method", "path", "headers", "body" } or a list of such; or HTTP as text, as it was sent
or as a .http file has it; or what curl --trace <file> writes. That of curl -v will do to check all but
the body, which it does not show. - is the standard input.
Exit codes: 0 clean, 1 violations, 2 something was not read, or only in part, or called wrongly.`,
  operands: {
    name: '<request file or folder…>',
    atLeast: 1,
    atMost: Number.POSITIVE_INFINITY,
  },
  options: {
    scenario: {
      type: 'string',
      value: 'id',
      about: 'the scenario that the requests are to choose',
    },
    ...VERDICT_FLAGS,
    junit: { type: 'string', value: 'file', about: 'write a JUnit report' },
  },
  examples: [
    'bars-contracts check booking.http',
    'bars-contracts check requests/ --ignore simulator/ --warnings-as-errors',
    'bars-contracts check booking.json --scenario booking-conflict-409 --junit check.xml',
  ],
  run: async ({ values, positionals: paths }, { out }) => {
    const id = values.scenario === undefined ? undefined : readScenarioId(values.scenario)
    const toVerdict = readVerdict(values)
    if (values.junit !== undefined) await checkWritable(values.junit)
    const at = momentOf(Date.now())
    const checked: Checked[] = []
    for (const each of readRequestFiles(paths)) {
      const next = await checkedOf(each, id, toVerdict)
      checked.push(next)
      out.write(inWords(next, out))
    }
    if (checked.length > 1) out.write(`${summaryOf(checked)}\n`)
    if (values.junit !== undefined) {
      const suite = { name: 'bars-contracts check', at, cases: checked.map(caseOf) }
      writeFileSync(values.junit, junit([suite]))
    }
    return exitOf(checked)
  },
})

/** A request that was checked, or why it could not be. */
type Checked = { readonly name: string; readonly seconds: number } & (
  | { readonly report: CheckReport; readonly unseen: string | undefined }
  | { readonly unreadable: string }
)

const checkedOf = async (
  each: InFile,
  named: ScenarioId | undefined,
  toVerdict: ToVerdict,
): Promise<Checked> => {
  const begun = performance.now()
  const since = () => ({ name: each.name, seconds: (performance.now() - begun) / 1000 })
  if ('unreadable' in each) return { ...since(), unreadable: each.unreadable }
  const { request, unseen } = each
  const id = named ?? (await chosenBy(request))
  const report = checkFurther(id, request, { hasBody: unseen === undefined, toVerdict })
  return { ...since(), report, unseen }
}

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
  try {
    const body = sentBody(unwritten)
    return new Request(base + local, { method, headers: pairs, ...(body && { body }) })
  } catch {
    // What cannot be sent at all chooses nothing.
    return undefined
  }
}

const sentBody = (body: unknown): string | Uint8Array<ArrayBuffer> | undefined => {
  if (typeof body === 'string' || body === undefined) return body
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)
}

const inWords = (checked: Checked, out: Stream): string => {
  const name = visible(checked.name)
  if ('unreadable' in checked) {
    return `${name}: ${paint(out, 'red', 'not checked')}: ${visible(checked.unreadable)}\n`
  }
  const { report, unseen } = checked
  return [
    `${name}: ${inColour(report, out)}\n`,
    ...(unseen === undefined ? [] : [`  ${unseen}\n`]),
  ].join('')
}

const inColour = ({ ok, text }: CheckReport, out: Stream): string => {
  const [first = '', ...rest] = text.split('\n')
  return [paint(out, ok ? 'green' : 'red', first), ...rest].join('\n')
}

const KINDS = ['clean', 'with violations', 'read in part', 'not read'] as const

type Kind = (typeof KINDS)[number]

const kindOf = (checked: Checked): Kind => {
  if ('unreadable' in checked) return 'not read'
  if (!checked.report.ok) return 'with violations'
  return checked.unseen === undefined ? 'clean' : 'read in part'
}

const summaryOf = (checked: readonly Checked[]): string => {
  const counts = KINDS.map((kind) => [kind, checked.filter((each) => kindOf(each) === kind).length])
  const told = counts.flatMap(([kind, count]) => (count === 0 ? [] : [`${count} ${kind}`]))
  return `${checked.length} requests: ${told.join(', ')}`
}

// What was not read may be anything: that it is not green comes before what is known to be wrong.
const exitOf = (checked: readonly Checked[]): Exit => {
  const kinds = checked.map(kindOf)
  if (kinds.includes('not read') || kinds.includes('read in part')) return EXIT.usage
  return kinds.includes('with violations') ? EXIT.failed : EXIT.ok
}

const caseOf = (checked: Checked): TestCase => {
  const { name, seconds } = checked
  if ('unreadable' in checked) {
    const { unreadable: message } = checked
    return { name, seconds, error: { type: 'unreadable', message, text: message } }
  }
  const { report, unseen: skipped } = checked
  const { violations, warnings, ignored = 0, text } = report
  const [first] = violations
  if (first !== undefined) return { name, seconds, skipped, failure: { ...told(first), text } }
  return { name, seconds, skipped, output: warnings.length + ignored > 0 ? text : undefined }
}

const told = ({ rule, where, expected, received }: CheckReport['violations'][number]) => ({
  type: rule,
  message: `${where}: expected ${expected}, received ${received}`,
})
