import type { CheckReport } from '../check/report.ts'
import type { PlainSandbox } from '../plain-sandbox.ts'
import type { ContractScenario } from '../scenario.ts'
import { arrived } from './arrived.ts'
import { askedPath, isOwn } from './asked-path.ts'
import { judged } from './judged.ts'
import { type Newest, newest } from './newest.ts'
import { refusalOf } from './refusal.ts'
import { type SeenRequest, seen } from './seen-request.ts'
import { type Unreadable, unreadable } from './unreadable.ts'

/** Where a stub tells of violations to whoever asks over HTTP, and forgets them if told to. */
const VIOLATIONS_PATH = '/_sandbox/violations'

/** A stub without its socket. */
export interface Answering {
  readonly answer: (request: Request) => Promise<Response>
  /** Answers what is no HTTP request, whether the stub is strict or not. */
  readonly answerUnreadable: (why: Unreadable) => Response
  readonly violations: () => readonly CheckReport[]
  /** How many requests had violations, those included that are forgotten. */
  readonly violationCount: () => number
  readonly requests: () => readonly SeenRequest[]
}

/** Answers as the sandbox does, judges each request that a Receiver may get, and remembers. */
export const answering = (
  sandbox: PlainSandbox,
  scenario: ContractScenario | undefined,
  isStrict: boolean,
): Answering => {
  const reports = newest<CheckReport>()
  const requests = newest<SeenRequest>()
  const answerJudged = judged(sandbox, scenario, isStrict, reports)
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname === VIOLATIONS_PATH) return tell(request, reports)
    if (isOwn(pathname) || request.method === 'OPTIONS') return sandbox.fetch(request)
    const sent = await arrived(request)
    const response = await answerJudged(sent)
    if (askedPath(pathname).wrongBase === undefined) requests.add(seen(sent, response))
    return response
  }
  const answerUnreadable = (why: Unreadable): Response => {
    const report = unreadable(why)
    reports.add(report)
    return refusalOf(report.violations)
  }
  return {
    answer,
    answerUnreadable,
    violations: reports.items,
    violationCount: reports.count,
    requests: requests.items,
  }
}

const tell = ({ method }: Request, { items, clear }: Newest<CheckReport>): Response => {
  if (method === 'GET') return Response.json({ violations: items() })
  if (method !== 'DELETE') {
    return new Response(null, { status: 405, headers: { Allow: 'GET, DELETE' } })
  }
  clear()
  return new Response(null, { status: 204 })
}
