import { Failure } from '../../../src/bars/failure.ts'
import { HEADERS } from '../../../src/bars/headers.ts'
import { readOrganisation } from '../../../src/bars/organisation.ts'
import { FHIR_PATH } from '../../../src/bars/paths.ts'
import { checkOptions, type OptionKinds } from '../arguments.ts'
import type { CheckReport } from '../check/report.ts'
import type { ContractScenario } from '../scenario.ts'
import { type Outside, type PlainSandbox, plainSandbox } from './plain-sandbox.ts'
import {
  askedPath,
  isOwnPath,
  type ReceivedRequest,
  receive,
  type SeenRequest,
  seenRequest,
  sendOn,
} from './received-request.ts'
import { checkAnswered, checkReceived, refusalOf } from './violations.ts'

/** What a sandbox may be given. */
export interface SandboxOptions extends Outside {
  /** Answer 400 where there are violations, as a strict stub does. */
  readonly strict?: boolean
}

/** The sandbox in this process: the same app as the public one, its state in memory. */
export interface Sandbox extends PlainSandbox {
  /** A report of each request that had violations, in the order they came; of very many the last. */
  readonly violations: () => readonly CheckReport[]
}

const OPTIONS: OptionKinds<SandboxOptions> = {
  strict: 'boolean',
  now: 'function',
  newId: 'function',
}

/**
 * Makes a sandbox of its own: nothing is shared with any other.
 * @throws TypeError when it is given what is no option of it.
 */
export const createSandbox = (options: SandboxOptions = {}): Sandbox => {
  checkOptions('createSandbox', options, OPTIONS)
  const { strict = false, ...outside } = options
  const sandbox = plainSandbox(outside)
  const { answer, violations } = checkingSandbox(sandbox, undefined, strict)
  return { ...sandbox, fetch: answer, violations }
}

/** Where a stub tells of violations to whoever asks over HTTP, and forgets them if told to. */
const VIOLATIONS_PATH = '/_sandbox/violations'

/** A sandbox that checks each request that a Receiver may get, and remembers. */
export interface CheckingSandbox {
  readonly answer: (request: Request) => Promise<Response>
  /** Answers what is no request at all, strict or not, and remembers it. */
  readonly refuse: (report: CheckReport) => Response
  readonly violations: () => readonly CheckReport[]
  /** How many requests had violations, those included that are forgotten. */
  readonly violationCount: () => number
  readonly requests: () => readonly SeenRequest[]
}

/** Makes a sandbox check what it is asked, and that it is for the scenario, if one is named. */
export const checkingSandbox = (
  sandbox: PlainSandbox,
  scenario: ContractScenario | undefined,
  isStrict: boolean,
): CheckingSandbox => {
  const reports = boundedLog<CheckReport>()
  const requests = boundedLog<SeenRequest>()
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname === VIOLATIONS_PATH) return answerViolations(request, reports)
    if (isOwnPath(pathname) || request.method === 'OPTIONS') return sandbox.fetch(request)
    const received = await receive(request)
    const response = await answerChecked({ sandbox, scenario, isStrict, reports }, received)
    if (askedPath(pathname).wrongBase === undefined) requests.add(seenRequest(received, response))
    return response
  }
  return {
    answer,
    refuse: (report) => refuse(reports, report),
    violations: reports.items,
    violationCount: reports.count,
    requests: requests.items,
  }
}

interface Checks {
  readonly sandbox: PlainSandbox
  readonly scenario: ContractScenario | undefined
  readonly isStrict: boolean
  readonly reports: BoundedLog<CheckReport>
}

const answerChecked = async (checks: Checks, request: ReceivedRequest): Promise<Response> => {
  const { sandbox, scenario, isStrict, reports } = checks
  const known = checkReceived(scenario, request)
  if (known !== undefined && isStrict) return refuse(reports, known, request.headers)
  await prepare(sandbox, scenario, request)
  const response = await sandbox.fetch(sendOn(request))
  const report = known ?? checkAnswered(scenario, request, response)
  if (report === undefined) return response
  if (isStrict) return refuse(reports, report, request.headers)
  reports.add(report)
  return response
}

const refuse = (
  reports: BoundedLog<CheckReport>,
  report: CheckReport,
  headers?: Headers,
): Response => {
  reports.add(report)
  return refusalOf(report.violations, headers)
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

const answerViolations = ({ method }: Request, { items, clear }: BoundedLog<CheckReport>) => {
  if (method === 'GET') return Response.json({ violations: items() })
  if (method !== 'DELETE') {
    return new Response(null, { status: 405, headers: { Allow: 'GET, DELETE' } })
  }
  clear()
  return new Response(null, { status: 204 })
}

/** Items that go on coming, of which the newest are kept: as many as some bytes hold. */
interface BoundedLog<Item> {
  readonly items: () => readonly Item[]
  /** How many came, those included that are no longer kept. */
  readonly count: () => number
  readonly add: (item: Item) => void
  /** Keeps none of those that came; they count all the same. */
  readonly clear: () => void
}

/** How much is kept: a stub may run for days, and be sent messages of any size. */
const KEPT_BYTES = 16 * 1024 * 1024

/** Keeps nothing yet. */
export const boundedLog = <Item extends object>(keptBytes = KEPT_BYTES): BoundedLog<Item> => {
  const items: Item[] = []
  const sizes: number[] = []
  let count = 0
  let size = 0
  return {
    items: () => [...items],
    count: () => count,
    add: (item) => {
      count += 1
      items.push(item)
      sizes.push(sizeOf(item))
      size += sizes.at(-1) ?? 0
      for (; size > keptBytes && items.length > 1; items.shift()) size -= sizes.shift() ?? 0
    },
    clear: () => {
      items.length = 0
      sizes.length = 0
      size = 0
    },
  }
}

/** About how many bytes plain data takes. */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return 16 + value.length
  if (typeof value !== 'object' || value === null) return 16
  return Object.values(value).reduce((size: number, each) => size + sizeOf(each), 16)
}
