import { FHIR_PATH } from '../../../src/routes/context.ts'
import type { CheckReport } from '../check/report.ts'
import type { Sandbox } from '../sandbox.ts'
import type { ContractScenario } from '../scenario.ts'
import { arrived } from './arrived.ts'
import { judged } from './judged.ts'
import { type Newest, newest } from './newest.ts'
import { refusalOf } from './refusal.ts'
import { type SeenRequest, seen } from './seen-request.ts'
import { type ParserCode, unreadable } from './unreadable.ts'

/** Where a stub tells of violations to whoever asks over HTTP. */
const VIOLATIONS_PATH = '/_sandbox/violations'

/** A stub without its socket. */
export interface Answering {
  readonly answer: (request: Request) => Promise<Response>
  /** Answers what is no HTTP request, whether the stub is strict or not. */
  readonly answerUnreadable: (code: ParserCode) => Response
  readonly violations: () => readonly CheckReport[]
  readonly requests: () => readonly SeenRequest[]
}

/** Answers as the sandbox does, judges each request to the FHIR API, and remembers. */
export const answering = (
  sandbox: Sandbox,
  scenario: ContractScenario | undefined,
  isStrict: boolean,
): Answering => {
  const reports = newest<CheckReport>()
  const requests = newest<SeenRequest>()
  const answerFhir = judged(sandbox, scenario, isStrict, reports)
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname === VIOLATIONS_PATH) return tell(request, reports)
    if (!isFhir(pathname) || request.method === 'OPTIONS') return sandbox.fetch(request)
    const sent = await arrived(request)
    const response = await answerFhir(sent)
    requests.add(seen(sent, response))
    return response
  }
  const answerUnreadable = (code: ParserCode): Response => {
    const report = unreadable(code)
    reports.add(report)
    return refusalOf(report.violations)
  }
  return { answer, answerUnreadable, violations: reports.items, requests: requests.items }
}

const isFhir = (pathname: string): boolean => pathname.includes(`${FHIR_PATH}/`)

const tell = ({ method }: Request, { items, clear }: Newest<CheckReport>): Response => {
  if (method === 'GET') return Response.json({ violations: items() })
  if (method !== 'DELETE') {
    return new Response(null, { status: 405, headers: { Allow: 'GET, DELETE' } })
  }
  clear()
  return new Response(null, { status: 204 })
}
