import { Failure } from '../../../src/bars/failure.ts'
import { HEADERS, NOT_FOR_SHOW } from '../../../src/bars/headers.ts'
import { readOrganisation } from '../../../src/bars/organisation.ts'
import { FHIR_PATH, isOwnPath, PUBLIC_SPACE } from '../../../src/bars/paths.ts'
import { checkOptions, type OptionKinds } from '../arguments.ts'
import type { CheckReport } from '../check/report.ts'
import {
  type ToVerdict,
  VERDICT_OPTIONS,
  type VerdictOptions,
  verdictBy,
} from '../check/verdict.ts'
import type { ContractScenario } from '../scenario.ts'
import { boundedLog } from './bounded-log.ts'
import { asFetch, type Outside, type PlainSandbox, plainSandbox } from './plain-sandbox.ts'
import {
  askedPath,
  type ReceivedRequest,
  receive,
  type SeenRequest,
  seenRequest,
  sendOn,
  spaceOf,
} from './received-request.ts'
import { type Counts, type Reports, type ReportsOfSpace, reportLog } from './report-log.ts'
import { checkAnswered, checkReceived, refusalOf, scenarioFor } from './violations.ts'

/** What a sandbox may be given. */
export interface SandboxOptions extends Outside, VerdictOptions {
  /** Answer 400 where there are violations, as a strict stub does. */
  readonly strict?: boolean
}

/** The sandbox in this process: the same app as the public one, its state in memory. */
export interface Sandbox extends PlainSandbox, Reports {}

const OPTIONS: OptionKinds<SandboxOptions> = {
  ...VERDICT_OPTIONS,
  strict: 'boolean',
  now: 'function',
  newId: 'function',
}

/**
 * Makes a sandbox of its own: nothing is shared with any other.
 * @throws TypeError when it is given what is no option of it.
 * @throws RangeError when there is no such rule to ignore.
 */
export const createSandbox = (options: SandboxOptions = {}): Sandbox => {
  checkOptions('createSandbox', options, OPTIONS)
  const { strict: isStrict = false, ignore = [], warningsAsErrors = false, ...outside } = options
  const sandbox = plainSandbox(outside)
  const toVerdict = verdictBy({ ignore, warningsAsErrors })
  const { answer, violations, warnings } = checkingSandbox(sandbox, { isStrict, toVerdict })
  return { ...sandbox, fetch: asFetch(answer), violations, warnings }
}

/** Where a stub tells of a space's violations and warnings to whoever asks over HTTP, and forgets them if told to. */
const VIOLATIONS_PATH = '/_sandbox/violations'

/** A sandbox that checks each request that a Receiver may get, and remembers. */
export interface CheckingSandbox extends Reports {
  readonly answer: (request: Request) => Promise<Response>
  /** Answers what is no request at all, strict or not, and remembers it. */
  readonly refuse: (report: CheckReport) => Response
  readonly counts: () => Counts
  readonly requests: () => readonly SeenRequest[]
}

/** How requests are checked. */
interface Checks {
  /** What they should be for, if it is named. */
  readonly scenario?: ContractScenario | undefined
  readonly isStrict: boolean
  readonly toVerdict: ToVerdict
}

/** Makes a sandbox check what it is asked. */
export const checkingSandbox = (sandbox: PlainSandbox, checks: Checks): CheckingSandbox => {
  const reports = reportLog()
  const requests = boundedLog<SeenRequest>()
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const [space, path] = spaceOf(pathname)
    if (path === VIOLATIONS_PATH) return answerViolations(request, reports.of(space))
    if (isOwnPath(pathname) || request.method === 'OPTIONS') return sandbox.fetch(request)
    const received = await receive(request)
    const { response, report } = await answerChecked(sandbox, checks, received)
    reports.add(space, report)
    if (askedPath(pathname).wrongBase === undefined) requests.add(seenRequest(received, response))
    return response
  }
  return {
    answer,
    refuse: (report) => {
      reports.add(PUBLIC_SPACE, report)
      return refusalOf(report.violations)
    },
    ...reports.ofAll,
    counts: reports.counts,
    requests: requests.items,
  }
}

/** An answer, and what there is to say about what it answers. */
interface CheckedAnswer {
  readonly response: Response
  readonly report: CheckReport
}

const answerChecked = async (
  sandbox: PlainSandbox,
  { scenario: named, isStrict: isAlways, toVerdict }: Checks,
  request: ReceivedRequest,
): Promise<CheckedAnswer> => {
  const refused = (report: CheckReport): CheckedAnswer => ({
    response: refusalOf(report.violations, request.headers),
    report,
  })
  const isStrict = isAlways || request.isStrict
  const scenario = scenarioFor(request, named)
  const known = checkReceived(scenario, request, toVerdict)
  if (!known.ok && isStrict) return refused(known)
  await prepare(sandbox, scenario, request)
  // The sandbox itself would refuse what is to be ignored.
  const ignores = known.ignored !== undefined
  const response = await sandbox.fetch(sendOn(request, isStrict && !ignores))
  const report = known.ok ? checkAnswered(known, { scenario, request, response, toVerdict }) : known
  return !report.ok && isStrict ? refused(report) : { response, report }
}

/** Puts the organisation of a request, in its space, through the states that the scenario needs. */
const prepare = async (
  { fetch }: PlainSandbox,
  scenario: ContractScenario | undefined,
  { headers, url }: ReceivedRequest,
): Promise<void> => {
  const base = url.indexOf(FHIR_PATH)
  if (scenario === undefined || base < 0) return
  const sent = headers.get(HEADERS.organisation)
  const odsCode = sent === null ? undefined : readOrganisation(sent)
  if (odsCode === undefined || odsCode instanceof Failure) return
  const path = `${url.slice(0, base)}/_sandbox/organisations/${odsCode}/state`
  for (const state of scenario.given) {
    await fetch(new Request(path, { method: 'PUT', body: JSON.stringify({ state }) }))
  }
}

// No page of another origin may read them.
const answerViolations = ({ method }: Request, reports: ReportsOfSpace): Response => {
  if (method === 'GET') {
    const told = { violations: reports.violations(), warnings: reports.warnings() }
    return Response.json(told, { headers: NOT_FOR_SHOW })
  }
  if (method !== 'DELETE') {
    const headers = { ...NOT_FOR_SHOW, Allow: 'GET, DELETE' }
    return new Response(null, { status: 405, headers })
  }
  reports.forget()
  return new Response(null, { status: 204, headers: NOT_FOR_SHOW })
}
