import { Failure } from '../../../src/bars/failure.ts'
import { HEADERS } from '../../../src/bars/headers.ts'
import { readOrganisation } from '../../../src/bars/organisation.ts'
import { FHIR_PATH, PUBLIC_SPACE } from '../../../src/bars/paths.ts'
import { checkOptions, type OptionKinds } from '../arguments.ts'
import type { CheckReport } from '../check/report.ts'
import type { ContractScenario } from '../scenario.ts'
import { asFetch, type Outside, type PlainSandbox, plainSandbox } from './plain-sandbox.ts'
import {
  askedPath,
  isOwnPath,
  type ReceivedRequest,
  receive,
  type SeenRequest,
  seenRequest,
  sendOn,
  spaceOf,
} from './received-request.ts'
import { checkAnswered, checkReceived, refusalOf, scenarioFor } from './violations.ts'

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
  return { ...sandbox, fetch: asFetch(answer), violations }
}

/** Where a stub tells of a space's violations to whoever asks over HTTP, and forgets them if told to. */
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

/** A report of what was wrong with a request, and in which space that was. */
interface Reported {
  readonly space: string
  readonly report: CheckReport
}

/** Makes a sandbox check what it is asked, and that what should be for the scenario is, if one is named. */
export const checkingSandbox = (
  sandbox: PlainSandbox,
  scenario: ContractScenario | undefined,
  isStrict: boolean,
): CheckingSandbox => {
  const reports = boundedLog<Reported>()
  const requests = boundedLog<SeenRequest>()
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const [space, path] = spaceOf(pathname)
    if (path === VIOLATIONS_PATH) return answerViolations(request, space, reports)
    if (isOwnPath(pathname) || request.method === 'OPTIONS') return sandbox.fetch(request)
    const received = await receive(request)
    const checks = { sandbox, scenario: scenarioFor(received, scenario), isStrict }
    const { response, report } = await answerChecked(checks, received)
    if (report !== undefined) reports.add({ space, report })
    if (askedPath(pathname).wrongBase === undefined) requests.add(seenRequest(received, response))
    return response
  }
  return {
    answer,
    refuse: (report) => {
      reports.add({ space: PUBLIC_SPACE, report })
      return refusalOf(report.violations)
    },
    violations: () => reports.items().map(({ report }) => report),
    violationCount: reports.count,
    requests: requests.items,
  }
}

interface Checks {
  readonly sandbox: PlainSandbox
  readonly scenario: ContractScenario | undefined
  readonly isStrict: boolean
}

/** An answer, and what was wrong with what it answers. */
interface CheckedAnswer {
  readonly response: Response
  readonly report?: CheckReport | undefined
}

const answerChecked = async (
  { sandbox, scenario, isStrict }: Checks,
  request: ReceivedRequest,
): Promise<CheckedAnswer> => {
  const refused = (report: CheckReport): CheckedAnswer => ({
    response: refusalOf(report.violations, request.headers),
    report,
  })
  const known = checkReceived(scenario, request)
  if (known !== undefined && isStrict) return refused(known)
  await prepare(sandbox, scenario, request)
  const response = await sandbox.fetch(sendOn(request))
  const report = known ?? checkAnswered(scenario, request, response)
  return report !== undefined && isStrict ? refused(report) : { response, report }
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

const answerViolations = (
  { method }: Request,
  space: string,
  { items, keep }: BoundedLog<Reported>,
): Response => {
  if (method === 'GET') {
    const reported = items().filter((each) => each.space === space)
    return Response.json({ violations: reported.map(({ report }) => report) })
  }
  if (method !== 'DELETE') {
    return new Response(null, { status: 405, headers: { Allow: 'GET, DELETE' } })
  }
  keep((each) => each.space !== space)
  return new Response(null, { status: 204 })
}

/** Items that go on coming, of which the newest are kept: as many as some bytes hold. */
interface BoundedLog<Item> {
  readonly items: () => readonly Item[]
  /** How many came, those included that are no longer kept. */
  readonly count: () => number
  readonly add: (item: Item) => void
  /** Keeps of those that came only some; they count all the same. */
  readonly keep: (isKept: (item: Item) => boolean) => void
}

/** How much is kept: a stub may run for days, and be sent messages of any size. */
const KEPT_BYTES = 16 * 1024 * 1024

/** Keeps nothing yet. */
export const boundedLog = <Item extends object>(keptBytes = KEPT_BYTES): BoundedLog<Item> => {
  let kept: { readonly item: Item; readonly size: number }[] = []
  let count = 0
  let size = 0
  return {
    items: () => kept.map(({ item }) => item),
    count: () => count,
    add: (item) => {
      count += 1
      kept.push({ item, size: sizeOf(item) })
      size += kept.at(-1)?.size ?? 0
      while (size > keptBytes && kept.length > 1) size -= kept.shift()?.size ?? 0
    },
    keep: (isKept) => {
      kept = kept.filter(({ item }) => isKept(item))
      size = kept.reduce((sum, each) => sum + each.size, 0)
    },
  }
}

/** About how many bytes plain data takes. */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return 16 + value.length
  if (typeof value !== 'object' || value === null) return 16
  return Object.values(value).reduce((size: number, each) => size + sizeOf(each), 16)
}
