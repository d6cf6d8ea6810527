import { Failure } from '../bars/failure.ts'
import { HEADERS, isBlank } from '../bars/headers.ts'
import { type OdsCode, readOrganisation } from '../bars/organisation.ts'
import { FHIR_PATH } from '../bars/paths.ts'
import { remember } from '../bars/remember.ts'
import { newReportId } from '../reports/report-id.ts'
import type { Understood } from '../reports/write.ts'
import { sentBody } from '../validation/body.ts'
import type { RawRequest } from '../validation/request.ts'
import type { Answer } from './answer.ts'
import type { Deps } from './context.ts'
import type { FhirRequest } from './fhir-request.ts'

/**
 * The address of the report on a request; undefined where none are kept. What it says is found out
 * once the answer has left: that costs a Sender no time.
 */
export function reportOn(
  request: FhirRequest,
  answer: Answer,
  { now, reports }: Deps,
): string | undefined {
  if (reports === undefined) return undefined
  const { id, owner } = newReportId(organisationIn(request), reports.newSecret())
  const at = now()
  reports.journals(request.space, owner).keep(async () => {
    // The rules are read by the first report, not by every Worker that starts.
    const { writeReport } = await import('../reports/write.ts')
    return writeReport({
      ...{ id, at, path: pathOf(request), asked: understood(request) },
      judgement: request.judgement,
      status: answer.kind === 'failure' ? answer.failure.status : 200,
      scenario: answer.scenario,
    })
  })
  return `${request.base.slice(0, -FHIR_PATH.length)}/_sandbox/reports/${id}`
}

const organisationOf = remember(readOrganisation)

// A request that is refused before its organisation is looked at is that organisation's all the same.
function organisationIn({ organisation, headers }: FhirRequest): OdsCode | undefined {
  if (organisation !== undefined) return organisation
  const sent = headers.get(HEADERS.organisation)
  const read = isBlank(sent) ? undefined : organisationOf(sent)
  return read instanceof Failure ? undefined : read
}

const pathOf = ({ raw, base }: FhirRequest): string =>
  raw.url.slice(base.length).replace(/[?#].*$/s, '')

/** A request as it is judged. */
export const understood = (request: FhirRequest): Understood => ({
  raw: rawOf(request),
  message: request.message,
  target: request.target,
})

/** A request as the rules take it. Each header is read once: to look at one leaves JavaScript. */
function rawOf({ method, raw, headers, body }: FhirRequest): RawRequest {
  const values = new Map<string, string | undefined>()
  return {
    // What answers GET answers HEAD.
    method: method === 'HEAD' ? 'GET' : method,
    path: raw.url,
    header: (name) => {
      if (!values.has(name)) values.set(name, headers.get(name) ?? undefined)
      return values.get(name)
    },
    body: body === undefined ? { is: 'absent' } : sentBody(body),
  }
}
