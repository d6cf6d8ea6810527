import type { Context } from 'hono'
import { Hono } from 'hono/quick'
import * as z from 'zod/mini'
import { Failure } from '../bars/failure.ts'
import { type OdsCode, readOdsCode } from '../bars/organisation.ts'
import { CELLS, cellOf } from '../receiver/111-ed/cells.ts'
import type { Organisation, OrganisationRecord } from '../receiver/111-ed/organisations.ts'
import { resetsAt, type Transition } from '../receiver/111-ed/standing.ts'
import { holdsServiceRequest, STATES } from '../receiver/111-ed/states.ts'
import { statusOf } from '../scenarios/scenario.ts'
import { IDS } from '../scenarios/sentinels.ts'
import { type Deps, spaceOf } from './context.ts'
import { watchReports } from './organisation-events.ts'
import { type Collated, listReports, summariseReports, zipReports } from './organisation-reports.ts'
import { methodNotAllowed, problem, problemOf, readSent } from './problem.ts'

const NewState = z.object({ state: z.enum(STATES) })

/** `/_sandbox/organisations/{ods}`: how an organisation's 111-ED conversation stands; to set and reset it. */
export const organisationRoutes = (deps: Deps): Hono => {
  const routes = new Hono()
  routes.get('/:ods', (c) => withOrganisation(c, deps, showOrganisation))
  routes.delete('/:ods', (c) =>
    withOrganisation(c, deps, async ({ organisation, now }) => {
      const trouble = await organisation.reset(now)
      return trouble === undefined ? c.body(null, 204) : problemOf(c, trouble)
    }),
  )
  const { wait, now } = deps
  if (wait !== undefined) {
    routes.get('/:ods/events', (c) =>
      withReports(c, deps, (collated) => watchReports(collated, { wait, now })),
    )
    routes.all('/:ods/events', methodNotAllowed('GET, HEAD'))
  }
  for (const [path, answer] of Object.entries(REPORTS)) {
    routes.get(path, (c) => withReports(c, deps, answer))
    routes.all(path, methodNotAllowed('GET, HEAD'))
  }
  routes.put('/:ods/state', (c) => withOrganisation(c, deps, (found) => setState(c, found)))
  routes.all('/:ods', methodNotAllowed('GET, HEAD, DELETE'))
  routes.all('/:ods/state', methodNotAllowed('PUT'))
  return routes
}

const REPORTS: Readonly<Record<string, (collated: Collated) => Promise<Response>>> = {
  '/:ods/reports': listReports,
  '/:ods/reports/summary': summariseReports,
  '/:ods/reports.zip': zipReports,
}

const withReports = (
  c: Context,
  { reports, now }: Deps,
  answer: (collated: Collated) => Promise<Response>,
): Response | Promise<Response> => {
  const odsCode = readOdsCode(c.req.param('ods') ?? '')
  if (odsCode === undefined) return problem(c, 400, NO_ODS_CODE)
  if (reports === undefined) return problem(c, 404, 'This sandbox keeps no reports.')
  const space = spaceOf(c)
  return answer({ c, odsCode, space, journal: reports.journals(space, odsCode), now: now() })
}

const NO_ODS_CODE =
  'The ODS code in the path: received another text; expected 3 to 12 letters and digits.'

interface Found {
  readonly c: Context
  readonly odsCode: OdsCode
  readonly space: string
  readonly organisation: Organisation
  readonly now: number
}

const withOrganisation = (
  c: Context,
  { organisations, now }: Deps,
  answer: (found: Found) => Promise<Response>,
): Response | Promise<Response> => {
  const odsCode = readOdsCode(c.req.param('ods') ?? '')
  if (odsCode === undefined) {
    return problem(c, 400, NO_ODS_CODE)
  }
  const space = spaceOf(c)
  return answer({ c, odsCode, space, organisation: organisations(space, odsCode), now: now() })
}

const NO_STATE =
  `The body must be ${JSON.stringify({ state: STATES[1] })}; ` +
  `the states are ${STATES.join(', ')}.`

const setState = async (c: Context, found: Found): Promise<Response> => {
  const sent = await readSent(c, NewState, NO_STATE)
  if (sent instanceof Response) return sent
  return show(found, await found.organisation.put(sent.state, found.now))
}

const showOrganisation = async (found: Found): Promise<Response> =>
  show(found, await found.organisation.record(found.now))

const show = (
  { c, odsCode, space, now }: Found,
  record: OrganisationRecord | Failure,
): Response => {
  if (record instanceof Failure) return problemOf(c, record)
  const { state } = record.standing
  return c.json({
    odsCode,
    space,
    state,
    held: heldIn(record),
    next: CELLS.filter((cell) => cell.state === state).map(({ event, reply, next }) => ({
      event,
      status: statusOf(reply),
      state: next,
    })),
    history: record.history.map(historyEntry),
    resetsAt: new Date(resetsAt(record.standing, now)).toISOString(),
  })
}

const heldIn = ({ standing: { state, appointmentId } }: OrganisationRecord) => ({
  appointmentId,
  serviceRequestId: holdsServiceRequest(state) ? IDS.referral : null,
})

// Only changes are kept, and only what succeeds changes anything.
const historyEntry = ({ at, event, from, to }: Transition) => ({
  at: new Date(at).toISOString(),
  event,
  from,
  to,
  status: 200,
  scenario: event === 'set' ? null : cellOf(event, from).id,
})
