import { readHeaderJson } from '../../../src/bars/headers.ts'
import { FHIR_PATH } from '../../../src/bars/paths.ts'
import { curl } from '../../../src/examples/curl.ts'
import { SENDER_ODS_CODE } from '../../../src/examples/resources.ts'
import { isObject } from '../../../src/fhir/json.ts'
import type { Sentinel } from '../../../src/scenarios/scenario.ts'
import { type BuiltRequest, buildRequest, requestTo } from '../build-request.ts'
import { plainSandbox } from '../sandbox/plain-sandbox.ts'
import { type ContractScenario, rowOf, scenario } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { command, EXIT, PORT, readScenarioId } from './command.ts'
import { paint, type Stream } from './terminal.ts'

/** `bars-contracts show` */
export const show = command({
  summary: 'Show the request of a scenario and the answer to it',
  about: `Prints what chooses a scenario, a request that does, the same as a curl command, and the answer
of the sandbox. The commands find a running stub in the shell variable SANDBOX.`,
  operands: { name: '<scenario>', atLeast: 1, atMost: 1 },
  options: {
    http: { type: 'boolean', about: 'print the request alone, for a .http file' },
    json: { type: 'boolean', about: 'print JSON' },
  },
  examples: [
    'bars-contracts show booking-conflict-409',
    'bars-contracts show booking-conflict-409 --http > booking.http',
    'bars-contracts show booking-accepted --json | jq .request.body',
  ],
  run: async ({ values: { http, json }, positionals: [name] }, { out }) => {
    const id = readScenarioId(name)
    if (http) {
      out.write(httpFile(id))
      return EXIT.ok
    }
    const shown: Shown = {
      ...scenario(id),
      request: buildRequest(id),
      curl: curl(rowOf(id)),
      answer: await expectedAnswer(id),
    }
    out.write(json ? `${JSON.stringify(shown, null, 2)}\n` : page(shown, out))
    return EXIT.ok
  },
})

/** What the sandbox answers to a request. */
interface ExpectedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: object
}

/** What the sandbox answers to the request of a scenario. */
const expectedAnswer = async (id: ScenarioId): Promise<ExpectedAnswer> => {
  const { fetch, fhirPath, setState } = plainSandbox()
  for (const state of scenario(id).given) await setState(SENDER_ODS_CODE, state)

  const request = buildRequest(id, { odsCode: SENDER_ODS_CODE })
  const answer = await fetch(requestTo(`http://127.0.0.1${fhirPath}`, request))
  const answered: unknown = await answer.json()
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: isObject(answered) ? answered : {},
  }
}

interface Shown extends ContractScenario {
  readonly request: BuiltRequest
  readonly curl: string
  readonly answer: ExpectedAnswer
}

const page = ({ request, curl: commands, answer, ...about }: Shown, out: Stream): string => {
  const heading = (text: string) => `\n${paint(out, 'bold', text)}\n`
  return [
    `${paint(out, 'bold', about.id)}  ${about.title}\n`,
    facts(about),
    heading('Request'),
    `${request.method} ${request.path}\n`,
    ...headersHeld(request.headers),
    message(request.headers, request.body),
    heading('curl'),
    `${commands}\n`,
    heading('Answer'),
    `${answer.status}\n`,
    message(answer.headers, answer.body),
  ].join('')
}

/** A request as a .http file has it, for an editor to send to a stub, and for `check`. */
const httpFile = (id: ScenarioId): string => {
  const { method, path, headers, body } = buildRequest(id)
  return [
    `@base = http://127.0.0.1:${PORT}${FHIR_PATH}\n\n`,
    `### ${id}: ${scenario(id).title}\n`,
    `${method} {{base}}${path}\n`,
    ...headersHeld(headers),
    message(headers, body),
  ].join('')
}

/** What the base64 headers hold, as comments between request line and headers. */
const headersHeld = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers).flatMap(([name, value]) => {
    const read = name.startsWith('NHSD-') ? readHeaderJson(value) : { wrong: name }
    return 'json' in read ? [`# ${name} holds ${JSON.stringify(read.json)}\n`] : []
  })

const facts = ({ id, applications, given, source }: ContractScenario): string =>
  [
    ['Applications', applications.join(', ')],
    ['Chosen by', choosing(rowOf(id).sentinel)],
    ...(given.length > 0 ? [['Given', given.join(', then ')]] : []),
    ['Source', source],
  ]
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')

const choosing = ({ in: place, values, others, none }: Sentinel): string =>
  `${place}: ${[
    ...values,
    ...(others ? ['any value that no other scenario has'] : []),
    ...(none ? ['no value'] : []),
  ].join(' or ')}`

const message = (headers: Readonly<Record<string, string>>, body: object | undefined): string =>
  [
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`),
    ...(body === undefined ? [] : [`\n${JSON.stringify(body, null, 2)}\n`]),
  ].join('')
