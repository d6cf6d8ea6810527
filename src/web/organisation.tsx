import { Failure } from '../bars/failure.ts'
import { type OdsCode, readOdsCode } from '../bars/organisation.ts'
import { PUBLIC_SPACE } from '../bars/paths.ts'
import { CELLS, type Cell, cellOf } from '../receiver/111-ed/cells.ts'
import type { Organisation, OrganisationRecord } from '../receiver/111-ed/organisations.ts'
import { resetsAt } from '../receiver/111-ed/standing.ts'
import { holdsServiceRequest, STATES, type State } from '../receiver/111-ed/states.ts'
import { statusOf } from '../scenarios/scenario.ts'
import { IDS } from '../scenarios/sentinels.ts'
import { Status } from './code.tsx'
import { DayReports } from './day-reports.tsx'
import { pageOf } from './failures.tsx'
import { Choice } from './fields.tsx'
import { show } from './layout.tsx'
import { MachineDiagram } from './machine-diagram.tsx'
import { requestFrom, send } from './send.ts'
import { dayInLondon, timeInLondon } from './times.ts'
import type { Page, Place, Visit } from './visit.ts'

interface Found {
  readonly visit: Visit
  readonly odsCode: OdsCode
  readonly organisation: Organisation
}

const noOrganisation = pageOf({
  status: 404,
  title: 'There is no such organisation',
  said: 'An ODS code is 3 to 12 letters and digits.',
})

const withOrganisation =
  (answer: (found: Found) => Promise<Response>): Page =>
  (visit) => {
    const { c, deps, place } = visit
    const odsCode = readOdsCode(c.req.param('ods') ?? '')
    if (odsCode === undefined) return noOrganisation(visit)
    const organisation = deps.organisations(place.space ?? PUBLIC_SPACE, odsCode)
    return answer({ visit, odsCode, organisation })
  }

const backTo = ({ visit: { c, place }, odsCode }: Found): Response =>
  c.redirect(`${place.root}/organisations/${odsCode}`, 303)

const cannotSay = pageOf({
  status: 503,
  title: 'The sandbox cannot say now',
  said: 'What it keeps of organisations cannot be read. Scenarios answer all the same; try again in a minute.',
})

/** An organisation's 111-ED conversation, and the reports of its day. */
export const organisation = withOrganisation(async (found) => {
  const { visit, odsCode } = found
  const now = visit.deps.now()
  const record = await found.organisation.record(now)
  if (record instanceof Failure) return cannotSay(visit)
  const { state } = record.standing
  return show(
    visit,
    { title: `Organisation ${odsCode}`, trail: [['/organisations', 'Organisations']] },
    <>
      <h1>Organisation {odsCode}</h1>
      <section class="app-panel" aria-labelledby="conversation" id="stands">
        <h2 id="conversation">Its 111-ED conversation</h2>
        <MachineDiagram state={state} />
        <Held record={record} now={now} />
      </section>
      <div class="app-columns">
        <Next place={visit.place} odsCode={odsCode} state={state} />
        <aside aria-label="Change it by hand">
          <ByHand place={visit.place} odsCode={odsCode} state={state} />
        </aside>
      </div>
      <History record={record} place={visit.place} />
      <DayReports visit={visit} odsCode={odsCode} day={await dayOf(found, now)} />
    </>,
  )
})

const dayOf = async ({ visit: { deps, place }, odsCode }: Found, now: number) =>
  (await deps.reports?.journals(place.space ?? PUBLIC_SPACE, odsCode).entries(now)) ?? []

/** Sends what a cell is about, as the organisation's Sender would. */
export const sendFromOrganisation = withOrganisation(async (found) => {
  const form = await found.visit.c.req.formData()
  const record = await found.organisation.record(found.visit.deps.now())
  if (record instanceof Failure) return cannotSay(found.visit)
  const { standing } = record
  const cell = CELLS.find(
    ({ event, state }) => event === form.get('event') && state === standing.state,
  )
  if (cell !== undefined) {
    const { odsCode } = found
    const held = standing.appointmentId
    const isLinked = cell.event !== 'refer-mislinked' && held !== null
    const request = requestFrom(found.visit, cell, {
      odsCode,
      ...(isLinked && { appointmentId: held }),
    })
    const message = JSON.stringify(request.body)
    await send(found.visit, { odsCode, request, message, states: [] })
  }
  return backTo(found)
})

/** Puts an organisation into a state. */
export const setState = withOrganisation(async (found) => {
  const form = await found.visit.c.req.formData()
  const state = STATES.find((each) => each === form.get('state'))
  if (state !== undefined) await found.organisation.put(state, found.visit.deps.now())
  return backTo(found)
})

/** Puts an organisation back to where its day began. */
export const reset = withOrganisation(async (found) => {
  await found.organisation.reset(found.visit.deps.now())
  return backTo(found)
})

const Held = ({ record: { standing }, now }: { record: OrganisationRecord; now: number }) => (
  <dl class="app-facts">
    <dt>Appointment held</dt>
    <dd>{standing.appointmentId ? <code>{standing.appointmentId}</code> : 'none'}</dd>
    <dt>ServiceRequest held</dt>
    <dd>{holdsServiceRequest(standing.state) ? <code>{IDS.referral}</code> : 'none'}</dd>
    <dt>Begins anew</dt>
    <dd>{dayInLondon(resetsAt(standing, now))}, London time</dd>
  </dl>
)

interface Standing {
  readonly place: Place
  readonly odsCode: OdsCode
  readonly state: State
}

const Next = ({ place, odsCode, state }: Standing) => (
  <section aria-labelledby="next">
    <h2 id="next">What you can do next</h2>
    <section class="app-table" tabindex={0} aria-label="Events" id="events">
      <table>
        <thead>
          <tr>
            <th scope="col">Send</th>
            <th scope="col">Answer</th>
            <th scope="col">Leads to</th>
            <th scope="col">
              <span class="nhsuk-u-visually-hidden">Send it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {CELLS.filter((cell) => cell.state === state).map((cell) => (
            <NextRow place={place} odsCode={odsCode} cell={cell} />
          ))}
        </tbody>
      </table>
    </section>
  </section>
)

const NextRow = ({ place, odsCode, cell }: Omit<Standing, 'state'> & { cell: Cell }) => (
  <tr>
    <th scope="row">
      <a href={`${place.root}/scenarios/${cell.id}?ods=${odsCode}`}>{cell.event}</a>
    </th>
    <td>
      <Status status={statusOf(cell.reply)} />
    </td>
    <td>{cell.next === cell.state ? 'stays' : cell.next}</td>
    <td>
      <form method="post" action={`${place.root}/organisations/${odsCode}/send`}>
        <button class="app-small" type="submit" name="event" value={cell.event}>
          Send <span class="nhsuk-u-visually-hidden">{cell.event}</span>
        </button>
      </form>
    </td>
  </tr>
)

const ByHand = ({ place, odsCode, state }: Standing) => (
  <section class="app-panel" aria-labelledby="by-hand">
    <h2 id="by-hand">Change it by hand</h2>
    <form class="app-form" method="post" action={`${place.root}/organisations/${odsCode}/state`}>
      <Choice name="state" label="State" value={state} values={STATES} />
      <button class="nhsuk-button app-button" type="submit">
        Put it there
      </button>
    </form>
    <form method="post" action={`${place.root}/organisations/${odsCode}/reset`}>
      <button class="nhsuk-button nhsuk-button--secondary app-button app-gap" type="submit">
        Reset the day
      </button>
    </form>
  </section>
)

const History = ({ record, place }: { record: OrganisationRecord; place: Place }) => (
  <section class="app-gap" aria-labelledby="came" id="history">
    <h2 id="came">How it came to that</h2>
    {record.history.length === 0 ? (
      <p class="app-quiet">Nothing has changed today.</p>
    ) : (
      <ol class="app-history">
        {record.history.map(({ at, event, from, to }) => (
          <li>
            <time>{timeInLondon(at)}</time>{' '}
            {event === 'set' ? (
              'set by hand'
            ) : (
              <a href={`${place.root}/scenarios/${cellOf(event, from).id}`}>{event}</a>
            )}
            : {from} → {to}
          </li>
        ))}
      </ol>
    )}
  </section>
)
