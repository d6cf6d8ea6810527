import { buildRequest } from '../build-request.ts'
import { checkFurther } from '../check/check-request.ts'
import { type CheckReport, visible } from '../check/report.ts'
import type { ToVerdict } from '../check/verdict.ts'
import { writeJson } from '../pact/pact-file.ts'
import type { ShownRequest } from '../pact/request.ts'
import type { SeenRequest } from '../sandbox/received-request.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { frozen, type Period } from './freeze.ts'
import { realNumbersIn } from './real-patients.ts'

/** What came of running the client. */
export interface Session {
  readonly requests: readonly SeenRequest[]
  readonly period: Period
  /** What the client threw, if it did. */
  readonly thrown?: { readonly error: unknown }
}

/** Why nothing was written. */
class NotRecorded extends Error {
  constructor(id: ScenarioId, why: string, options?: ErrorOptions) {
    super(`Scenario '${id}' was not recorded: ${why}`, options)
    this.name = 'NotRecorded'
  }
}

/**
 * The request of a session that chose the scenario, as every run of the client writes it.
 * @throws NotRecorded when there is none, when it violates the scenario, or when it may be about a
 * real patient.
 */
export const requestToRecord = (
  id: ScenarioId,
  session: Session,
  toVerdict: ToVerdict,
): ShownRequest => {
  const { requests, period, thrown } = session
  if (thrown !== undefined) throw explained(id, requests, toVerdict, thrown.error)

  const chosen = requests.filter(({ scenario }) => scenario === id)
  for (const sent of chosen) refuseViolations(id, sent, toVerdict)
  const [request, another] = distinct(
    chosen.map((sent) => refuseRealPatients(id, frozen(sent, period))),
  )
  if (request === undefined) throw new NotRecorded(id, noneChosen(id, requests, toVerdict))
  if (another === undefined) return request
  throw new NotRecorded(id, 'the client sent several requests that choose it, and not the same.')
}

// A client that tries again sends the same request twice.
const distinct = (requests: readonly ShownRequest[]): readonly ShownRequest[] => [
  ...new Map(requests.map((request) => [writeJson(request), request])).values(),
]

const refuseViolations = (id: ScenarioId, sent: SeenRequest, toVerdict: ToVerdict): void => {
  const report = checkFurther(id, sent, { toVerdict })
  if (!report.ok) throw new NotRecorded(id, report.text)
}

// Looked for in what would be written: an id that is frozen is nobody's number.
const refuseRealPatients = (id: ScenarioId, request: ShownRequest): ShownRequest => {
  const real = new Set(realNumbersIn(request))
  if (real.size === 0) return request
  throw new NotRecorded(
    id,
    `a pact must not hold an NHS number that may be somebody's: ${[...real].map(visible).join(', ')}. Use the scenario's own.`,
  )
}

/** What a client's own error comes from, where its request shows that. */
const explained = (
  id: ScenarioId,
  requests: readonly SeenRequest[],
  toVerdict: ToVerdict,
  error: unknown,
): unknown => {
  const report = reportOnLast(id, requests, toVerdict)
  if (report === undefined || report.ok) return error
  const said = error instanceof Error ? error.message : String(error)
  return new NotRecorded(id, `the client failed with '${said}' after a ${report.text}`, {
    cause: error,
  })
}

const noneChosen = (
  id: ScenarioId,
  requests: readonly SeenRequest[],
  toVerdict: ToVerdict,
): string => {
  if (requests.length === 0) return 'the client sent no request to the FHIR API.'
  const sent = requests.map(
    ({ method, path, status, scenario = 'by no scenario' }) =>
      `  ${method} ${path.replace(/\?.*$/, '')} was answered ${status}, ${scenario}`,
  )
  const report = reportOnLast(id, requests, toVerdict)
  return [
    'no request of the client chose it.',
    ...sent,
    ...(report === undefined ? [] : [report.text]),
  ].join('\n')
}

/** What is wrong with the last request to where the scenario's own goes. */
const reportOnLast = (
  id: ScenarioId,
  requests: readonly SeenRequest[],
  toVerdict: ToVerdict,
): CheckReport | undefined => {
  const { method, path } = buildRequest(id)
  const last = requests.findLast(
    (sent) => sent.method === method && endpointIn(sent.path) === endpointIn(path),
  )
  return last && checkFurther(id, last, { toVerdict })
}

const endpointIn = (path: string): string | undefined => path.split(/[/?]/)[1]
