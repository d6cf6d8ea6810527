import { Hono } from 'hono/quick'
import * as z from 'zod/mini'
import { type OdsCode, readOdsCode } from '../bars/organisation.ts'
import { organisationHeader } from '../examples/example.ts'
import { STATES, type State } from '../receiver/111-ed/states.ts'
import { CATALOGUE, providerState, scenarioState } from '../receiver/catalogue.ts'
import { type Deps, spaceOf } from './context.ts'
import { methodNotAllowed, problem } from './problem.ts'

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

    const sent = StateChange.safeParse(await c.req.json().catch(() => undefined))
    if (!sent.success) return problem(c, 400, 'The body must be {"state":"…","action":"setup"}.')

    const { state: name, action } = sent.data
    if (!name || action === 'teardown' || SCENARIO_STATES.has(name)) return c.json({})

    const given = CONVERSATIONS.get(name)
    if (given === undefined) return problem(c, 400, unknownState(name))

    const odsCode = mintOdsCode(deps.newId())
    const organisation = deps.organisations(spaceOf(c), odsCode)
    for (const state of given) await organisation.put(state, deps.now())
    return c.json({ ods: odsCode, orgHeader: organisationHeader(odsCode) })
  })

// No real ODS code is of this form and length, so a verifier meets nobody else's conversation.
const mintOdsCode = (uuid: string): OdsCode => {
  const code = readOdsCode(`PACT${uuid.replaceAll('-', '').slice(-8)}`)
  if (code === undefined) throw new Error('a UUID makes no ODS code')
  return code
}

const unknownState = (name: string): string =>
  `There is no provider state '${name}'. There are ${[...CONVERSATIONS.keys()].join(', ')}, and 'scenario <id>' for each scenario.`
