import { Hono } from 'hono/quick'
import * as z from 'zod/mini'
import { Failure } from '../bars/failure.ts'
import { mintOdsCode } from '../bars/organisation.ts'
import { organisationHeader } from '../examples/example.ts'
import { STATES, type State } from '../receiver/111-ed/states.ts'
import { CATALOGUE, providerState, scenarioState } from '../receiver/catalogue.ts'
import { type Deps, spaceOf } from './context.ts'
import { methodNotAllowed, problem, problemOf, readSent } from './problem.ts'

/** What a Pact verifier posts before and after each interaction. */
const StateChange = z.object({
  state: z.nullish(z.string()),
  action: z._default(z.enum(['setup', 'teardown']), 'setup'),
})

const GIVEN: readonly (readonly State[])[] = [
  ...STATES.map((state) => [state]),
  ...CATALOGUE.flatMap(({ given }) => (given === undefined ? [] : [given])),
]
const CONVERSATIONS: ReadonlyMap<string, readonly State[]> = new Map(
  GIVEN.map((given) => [providerState(given), given]),
)
const SCENARIO_STATES: ReadonlySet<string> = new Set(CATALOGUE.map(({ id }) => scenarioState(id)))

/**
 * `POST /_pact/state`: puts an organisation of the verifier's own into the state of an interaction,
 * and returns it for the interaction's headers. It never touches another organisation.
 */
export const pactRoutes = (deps: Deps): Hono =>
  new Hono().all('/state', async (c) => {
    if (c.req.method !== 'POST') return methodNotAllowed('POST')(c)

    const sent = await readSent(c, StateChange, NO_CHANGE)
    if (sent instanceof Response) return sent
    const { state: name, action } = sent
    if (!name || action === 'teardown' || SCENARIO_STATES.has(name)) return c.json({})

    const given = CONVERSATIONS.get(name)
    if (given === undefined) return problem(c, 400, UNKNOWN_STATE)

    const odsCode = mintOdsCode(deps.newId())
    const organisation = deps.organisations(spaceOf(c), odsCode)
    for (const state of given) {
      const trouble = await organisation.put(state, deps.now())
      if (trouble instanceof Failure) return problemOf(c, trouble)
    }
    return c.json({ ods: odsCode, orgHeader: organisationHeader(odsCode) })
  })

const NO_CHANGE = 'The body must be {"state":"…","action":"setup"}.'

const UNKNOWN_STATE = `There is no such provider state. There are ${[...CONVERSATIONS.keys()].join(', ')}, and 'scenario <id>' for each scenario.`
