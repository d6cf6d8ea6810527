import { ENDPOINTS } from '../bars/endpoints.ts'
import { OCCASIONS } from '../bars/occasions.ts'
import { mintOdsCode, type OdsCode, readOdsCode } from '../bars/organisation.ts'
import type { ExampleRequest } from '../examples/request.ts'
import { isSnippetName } from '../examples/snippets/index.ts'
import { type CatalogueRow, scenarioOf } from '../receiver/catalogue.ts'
import { statusOf } from '../scenarios/scenario.ts'
import { type Answered, AnswerSection } from './answer.tsx'
import { Status } from './code.tsx'
import { notFoundPage } from './failures.tsx'
import { Editor, Field } from './fields.tsx'
import { show } from './layout.tsx'
import { RequestParts } from './request-parts.tsx'
import { SentinelInWords } from './scenarios.tsx'
import { requestFrom, send } from './send.ts'
import { Snippets } from './snippets.tsx'
import type { Page, Visit } from './visit.ts'

/** What a scenario's page is about, as its path and its form say. */
interface Asked {
  readonly row: CatalogueRow
  readonly odsCode: OdsCode
  readonly request: ExampleRequest
  readonly answered?: Answered
}

/** A scenario: what it teaches, its request, and a way to send it. */
export const scenario: Page = (visit) => {
  const row = scenarioOf(visit.c.req.param('id') ?? '')
  if (row === undefined) return notFoundPage(visit)
  return page(visit, asked(visit, row, visit.c.req.query('ods') ?? ''))
}

/** The same with the answer to its request, which is made here and kept nowhere. */
export const sendScenario: Page = async (visit) => {
  const row = scenarioOf(visit.c.req.param('id') ?? '')
  if (row === undefined) return notFoundPage(visit)
  const form = await visit.c.req.formData()
  const about = asked(visit, row, textOf(form, 'ods'))
  const { odsCode, request } = about
  const message = form.has('message')
    ? textOf(form, 'message')
    : request.body && written(request.body)
  const states = form.has('prepare') ? (row.given ?? []) : []
  return page(visit, {
    ...about,
    answered: await send(visit, { odsCode, request, message, states }),
  })
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const asked = (visit: Visit, row: CatalogueRow, ods: string): Asked => {
  const odsCode = readOdsCode(ods) ?? usualOdsCode(visit, row)
  return { row, odsCode, request: requestFrom(visit, row, { odsCode }) }
}

const SENDER = 'A1001'
const STATEFUL = 'ED111'

// In the public space a conversation of one's own needs an ODS code of one's own.
const usualOdsCode = ({ deps, place }: Visit, { given }: CatalogueRow): OdsCode => {
  const usual = readOdsCode(given === undefined ? SENDER : STATEFUL)
  return usual === undefined || (given && place.space === undefined)
    ? mintOdsCode(deps.newId())
    : usual
}

const written = (body: unknown): string => JSON.stringify(body, null, 2)

const page = (visit: Visit, { row, odsCode, request, answered }: Asked) => {
  const { c, place } = visit
  const as = c.req.query('as') ?? ''
  return show(
    visit,
    { title: row.title, trail: [['/scenarios', 'Scenarios']] },
    <>
      <div class="app-title">
        <h1>{row.title}</h1>
        <p>
          <Status status={statusOf(row.reply)} /> <code>{row.id}</code>
        </p>
      </div>
      {answered && <AnswerSection answered={answered} place={place} />}
      <div class="app-columns">
        <div>
          <section aria-labelledby="request">
            <h2 id="request">The request</h2>
            <Snippets
              place={place}
              row={row}
              odsCode={odsCode}
              path={`/scenarios/${row.id}`}
              query={{ ods: odsCode }}
              as={isSnippetName(as) ? as : 'curl'}
            />
            <RequestParts request={request} />
          </section>
        </div>
        <aside aria-label="About this scenario">
          <SendForm visit={visit} asked={{ row, odsCode, request }} message={answered?.sent} />
          <Facts row={row} />
        </aside>
      </div>
    </>,
  )
}

interface SendFormProps {
  readonly visit: Visit
  readonly asked: Asked
  /** As it was sent before. */
  readonly message: string | undefined
}

const SendForm = ({
  visit: { place },
  asked: { row, odsCode, request },
  message,
}: SendFormProps) => (
  <section class="app-panel" aria-labelledby="send">
    <h2 id="send">Send it now</h2>
    <form class="app-form" method="post" action={`${place.root}/scenarios/${row.id}`}>
      <Field
        name="ods"
        label="Your ODS code"
        value={odsCode}
        hint="The organisation that sends it, in NHSD-End-User-Organisation."
      />
      {row.given && (
        <div class="nhsuk-checkboxes nhsuk-checkboxes--small nhsuk-form-group">
          <div class="nhsuk-checkboxes__item">
            <input
              class="nhsuk-checkboxes__input"
              id="prepare"
              name="prepare"
              type="checkbox"
              value="yes"
              checked
            />
            <label class="nhsuk-label nhsuk-checkboxes__label" for="prepare">
              First put the organisation into the state {row.given.join(', then ')}
            </label>
          </div>
        </div>
      )}
      {request.body && (
        <details class="nhsuk-details" open={message !== undefined}>
          <summary class="nhsuk-details__summary">
            <span class="nhsuk-details__summary-text">Change the message first</span>
          </summary>
          <Editor
            name="message"
            label="Message"
            value={message ?? written(request.body)}
            rows={18}
          />
        </details>
      )}
      <button class="nhsuk-button app-button" type="submit">
        Send it now
      </button>
    </form>
  </section>
)

const Facts = ({ row }: { row: CatalogueRow }) => (
  <section class="app-panel" aria-labelledby="about">
    <h2 id="about">What it teaches</h2>
    <p>{lessonOf(row)}</p>
    <dl class="app-facts">
      <dt>Sentinel</dt>
      <dd>
        <SentinelInWords sentinel={row.sentinel} />
      </dd>
      <dt>Sent to</dt>
      <dd>
        {[...new Set(row.on.map((occasion) => OCCASIONS[occasion].endpoint))].map((name) => (
          <div>
            {ENDPOINTS[name].method} {ENDPOINTS[name].path}
          </div>
        ))}
      </dd>
      {row.reply.kind === 'fail' && (
        <>
          <dt>Error code</dt>
          <dd>
            <code>{row.reply.failure.code}</code> {row.reply.failure.issue}
          </dd>
        </>
      )}
      <dt>Suite</dt>
      <dd>{row.suite}</dd>
      <dt>Application</dt>
      <dd>{row.applications.join(', ')}</dd>
      <dt>Source</dt>
      <dd>{row.source}</dd>
    </dl>
  </section>
)

/** What a client has to get right when it is answered so. */
const LESSONS: Readonly<Record<number, string>> = {
  200: 'The Receiver does as it is asked. Read what it answers: its ids are what your next request needs.',
  400: 'The request is at fault. Do not send it again as it is: read diagnostics, mend, then send.',
  401: 'Who you are is not accepted. Get a new token once; if that does not help, tell whoever runs your software.',
  403: 'You may not do that here. Sending it again does not help.',
  404: 'What you ask about is not there. Look for it anew before you tell the user that it is gone.',
  405: 'That method is not offered here. Allow says which are.',
  406: 'The Receiver cannot answer in the form that you accept.',
  408: 'The Receiver took too long. You do not know whether it acted: read before you send again, with a new X-Request-Id.',
  409: 'It clashes with what the Receiver holds. Read its state, offer the user another choice, and do not send again as it is.',
  422: 'The Receiver understands and cannot do it. A person has to decide what happens now.',
  429: 'You ask too often. Wait as long as Retry-After says, or longer each time.',
  500: 'The Receiver is broken. You may try again later; tell the user that nothing is booked or referred yet.',
  501: 'The Receiver never offers that. Look at its CapabilityStatement first, and leave the way out.',
  503: 'The Receiver is away for a while. Try again later, a few times, less often each time.',
}

const lessonOf = ({ reply }: CatalogueRow): string =>
  reply.kind === 'fail' && typeof reply.failure.diagnosis === 'string'
    ? `${reply.failure.diagnosis} ${LESSONS[reply.failure.status] ?? ''}`
    : (LESSONS[statusOf(reply)] ?? '')
