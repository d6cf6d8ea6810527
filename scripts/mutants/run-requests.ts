import { readFileSync } from 'node:fs'
import { checkRequest } from '../../contracts/src/check/check-request.ts'
import type { Interaction, Pact } from '../../contracts/src/pact/pact-file.ts'
import { SCENARIO_IDS } from '../../contracts/src/scenario-ids.ts'
import { allowedRequests } from './allowed.ts'
import { entriesOf, pinnedEntries } from './entries.ts'
import { inTurn } from './in-turn.ts'
import { type MockServer, startMockServer } from './mock-server.ts'
import type { Outcome } from './outcome.ts'
import { REQUEST_MUTANTS, type RequestMutants } from './request-mutants.ts'
import { type SentRequest, urlOf } from './sent-request.ts'

/** Whether Pact takes a request for the one that an interaction wants, by part. */
type Matches = (request: SentRequest) => Promise<boolean>

type Matchers = Readonly<Record<RequestMutants['part'] | 'whole', Matches>>

/** Sends wrong requests, in each way, to whoever must refuse them. */
export const runRequests = async (): Promise<readonly Outcome[]> => {
  const server = await startMockServer()
  try {
    const outcomes = await inTurn(interactionsOnce(), async (interaction) =>
      outcomesOf(interaction, await matchersOf(interaction, server)),
    )
    return REQUEST_MUTANTS.map(({ name }, place) => summed(name, outcomes, place))
  } finally {
    await server.close()
  }
}

/** The interactions, but for those that want the same as one before: the cells of one event. */
const interactionsOnce = (): readonly Interaction[] => {
  const { interactions }: Pact = JSON.parse(readFileSync('contracts/pacts/bars.json', 'utf8'))
  const wanted = interactions.map(({ request }) => JSON.stringify(request))
  return interactions.filter((_, place) => wanted.indexOf(wanted[place] ?? '') === place)
}

const matchersOf = async (interaction: Interaction, server: MockServer): Promise<Matchers> => {
  const {
    body: _body,
    matchingRules: { body: _rules, ...matchingRules } = {},
    ...head
  } = interaction.request
  const matchesHead = await server.matcherOf({
    ...interaction,
    request: { ...head, matchingRules },
  })
  const matches = await server.matcherOf(interaction)
  const pinned = pinnedEntries(interaction)
  // Pact takes its time for messages: it gets no more of one than a mutant is about.
  return {
    whole: matches,
    message: (request) => matches({ ...request, body: entriesOf(request.body, pinned) }),
    head: ({ body: _, ...request }) => matchesHead(request),
  }
}

const outcomesOf = async (
  interaction: Interaction,
  matchers: Matchers,
): Promise<readonly Outcome[]> => {
  for (const [place, request] of allowedRequests(interaction).entries()) {
    if (!(await matchers.whole(request)) || !(await matchers.head(request))) {
      throw new Error(`${interaction.key} refuses what it must allow, number ${place}`)
    }
  }
  const outcomes: Outcome[] = []
  for (const mutants of REQUEST_MUTANTS) {
    outcomes.push(await outcomeOf(mutants, interaction, matchers[mutants.part]))
  }
  return outcomes
}

const outcomeOf = async (
  { name, of, isForChecker = false }: RequestMutants,
  interaction: Interaction,
  matches: Matches,
): Promise<Outcome> => {
  const wrong = of(interaction)
  let [caughtByPact, caughtByChecker] = [0, 0]
  const survivors: string[] = []
  for (const { where, request } of wrong) {
    if (isForChecker && isRefused(interaction.key, request)) caughtByChecker += 1
    else if (!(await matches(request))) caughtByPact += 1
    else survivors.push(`${interaction.key}: ${where}`)
  }
  return { mutant: name, expected: wrong.length, caughtByPact, caughtByChecker, survivors }
}

const isRefused = (key: string, request: SentRequest): boolean => {
  const id = SCENARIO_IDS.find((each) => each === key)
  const { method, headers, body } = request
  return !checkRequest(id, { method, path: urlOf(request), headers, body }).ok
}

const summed = (
  name: string,
  outcomes: readonly (readonly Outcome[])[],
  place: number,
): Outcome => {
  const parts = outcomes.flatMap((each) => each[place] ?? [])
  const sum = (count: (outcome: Outcome) => number) =>
    parts.map(count).reduce((total, each) => total + each, 0)
  return {
    mutant: `request: ${name}`,
    expected: sum(({ expected }) => expected),
    caughtByPact: sum(({ caughtByPact }) => caughtByPact),
    caughtByChecker: sum(({ caughtByChecker }) => caughtByChecker),
    survivors: parts.flatMap(({ survivors }) => survivors),
  }
}
