import { once } from 'node:events'
import { HEADERS } from '../../../src/bars/headers.ts'
import type { CheckReport } from '../check/report.ts'
import { type CheckingSandbox, checkingSandbox } from '../sandbox/checking-sandbox.ts'
import { plainSandbox } from '../sandbox/plain-sandbox.ts'
import type { Counts } from '../sandbox/report-log.ts'
import { scenario } from '../scenario.ts'
import { type Served, serve } from '../stub/server.ts'
import {
  command,
  EXIT,
  PORT,
  readScenarioId,
  readVerdict,
  UsageError,
  VERDICT_FLAGS,
} from './command.ts'
import { paint, type Stream } from './terminal.ts'

/** `bars-contracts stub` */
export const stub = command({
  summary: 'Run the sandbox on this machine',
  about: `Serves the sandbox on 127.0.0.1 until it is interrupted, and prints each request. A request that
violates the rules of BaRS, should choose the scenario named and does not, or has what is worth mending
though a Receiver may accept it, is told of in full, here and at GET /_sandbox/violations, as violations
and warnings; DELETE empties it (in the end they count all the same). Of a space it is
/s/<space>/_sandbox/violations, so that tests at the same time do not meet. Whatever is asked for is
judged, but for OPTIONS and what is the sandbox's own: /_ping, /_status, /_sandbox and /_pact.
Exit codes: 0 interrupted, 1 as --exit-on-violation asks, 2 called wrongly.`,
  options: {
    port: { type: 'string', value: 'port', about: `where; ${PORT} without, 0 is any that is free` },
    scenario: {
      type: 'string',
      value: 'id',
      about: 'every request to its endpoint must choose it',
    },
    strict: { type: 'boolean', about: 'answer 400 to a request that has violations' },
    ...VERDICT_FLAGS,
    'exit-on-violation': { type: 'boolean', about: 'exit 1 in the end, if there were violations' },
  },
  examples: [
    'bars-contracts stub',
    'bars-contracts stub --port 0 --strict --exit-on-violation',
    'bars-contracts stub --scenario booking-conflict-409',
    'bars-contracts stub --strict --warnings-as-errors --ignore simulator/',
  ],
  run: async ({ values }, { out }) => {
    const port = readPort(values.port ?? `${PORT}`)
    const id = values.scenario === undefined ? undefined : readScenarioId(values.scenario)
    const toVerdict = readVerdict(values)
    const sandbox = plainSandbox()
    const stubbed = checkingSandbox(sandbox, {
      scenario: id && scenario(id),
      isStrict: values.strict === true,
      toVerdict,
    })
    const { origin, close } = await listening(printing(stubbed, out), port)
    out.write(`BaRS sandbox at ${paint(out, 'bold', origin + sandbox.fhirPath)}\n`)

    await interrupted()
    await close()
    const counts = stubbed.counts()
    out.write(`${inWords(counts)}\n`)
    return values['exit-on-violation'] && counts.violations > 0 ? EXIT.failed : EXIT.ok
  },
})

const inWords = ({ violations, warnings, ignored }: Counts): string =>
  [
    `${count(violations, 'request')} had violations`,
    ...(warnings > 0 ? [`${warnings} had warnings`] : []),
    ...(ignored > 0 ? [`${count(ignored, 'finding')} ignored, as asked`] : []),
  ].join(', ')

const count = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? '' : 's'}`

const readPort = (text: string): number => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65535) return port
  throw new UsageError(`'${text}' is no port: expected a number from 0 to 65535.`)
}

const listening = async (
  { answer, refuse }: Pick<CheckingSandbox, 'answer' | 'refuse'>,
  port: number,
): Promise<Served> => {
  try {
    return await serve(answer, { port, refuse })
  } catch (error) {
    throw error instanceof Error ? new UsageError(error.message) : error
  }
}

/** The same with a line printed for each request, and what there is to say about it. */
const printing = ({ answer, refuse, violations, warnings }: CheckingSandbox, out: Stream) => {
  const told = new WeakSet<CheckReport>()
  const print = (request: string, { status, headers }: Response) => {
    out.write(`${request} ${status} ${headers.get(HEADERS.scenario) ?? ''}`.trimEnd().concat('\n'))
    for (const report of [...violations(), ...warnings()]) {
      if (told.has(report)) continue
      told.add(report)
      out.write(`${paint(out, report.ok ? 'yellow' : 'red', report.text)}\n`)
    }
  }
  return {
    answer: async (request: Request): Promise<Response> => {
      const response = await answer(request)
      print(`${request.method} ${new URL(request.url).pathname}`, response)
      return response
    },
    refuse: (report: CheckReport): Response => {
      const response = refuse(report)
      print('(unreadable)', response)
      return response
    },
  }
}

const interrupted = (): Promise<unknown> =>
  Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
