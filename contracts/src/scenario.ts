import type { State } from '../../src/receiver/111-ed/states.ts'
import { CATALOGUE, type CatalogueRow } from '../../src/receiver/catalogue.ts'
import { statusOf } from '../../src/scenarios/scenario.ts'
import { SCENARIO_IDS, type ScenarioId } from './scenario-ids.ts'

/** A scenario of the sandbox: which sentinel gets which answer. */
export interface ContractScenario {
  /** Public and permanent. */
  readonly id: ScenarioId
  readonly suite: string
  readonly title: string
  readonly applications: readonly string[]
  /** Where a Sender plants a value, and the values that choose the scenario. */
  readonly sentinel: { readonly in: string; readonly values: readonly string[] }
  /** The HTTP status that the Receiver answers. */
  readonly status: number
  /** The 111-ED states that the organisation is put through first. */
  readonly given: readonly State[]
  /** Where the scenario is published. */
  readonly source: string
}

const isScenarioId = (id: string): id is ScenarioId => SCENARIO_IDS.some((each) => each === id)

const published = (row: CatalogueRow): readonly ContractScenario[] =>
  isScenarioId(row.id)
    ? [
        {
          id: row.id,
          suite: row.suite,
          title: row.title,
          applications: row.applications,
          sentinel: { in: row.sentinel.in, values: row.sentinel.values },
          status: statusOf(row.reply),
          given: row.given ?? [],
          source: row.source,
        },
      ]
    : []

/** Every scenario, in the order they are published. */
export const scenarios: readonly ContractScenario[] = CATALOGUE.flatMap(published)

/**
 * The scenario of an id.
 * @throws RangeError that says which ids come near, when there is none.
 */
export const scenario = (id: ScenarioId): ContractScenario => {
  const found = scenarios.find((each) => each.id === id)
  if (found !== undefined) return found
  throw new RangeError(noScenario(id))
}

/**
 * The id that a text from outside is.
 * @throws RangeError as `scenario` does.
 */
export const scenarioIdOf = (text: string): ScenarioId => {
  if (isScenarioId(text)) return text
  throw new RangeError(noScenario(text))
}

/** The row of the sandbox's own table behind a scenario. */
export const rowOf = (id: ScenarioId): CatalogueRow => {
  scenario(id)
  const row = CATALOGUE.find((each) => each.id === id)
  if (row === undefined) throw new RangeError(`There is no scenario '${id}'.`)
  return row
}

// JavaScript may pass anything.
const noScenario = (id: unknown): string => {
  const near = typeof id === 'string' ? nearest(id) : []
  const help =
    near.length > 0 ? `Did you mean ${near.join(', ')}?` : '`bars-contracts list` shows them all.'
  return `There is no scenario '${id}'. ${help}`
}

const nearest = (id: string): readonly ScenarioId[] =>
  SCENARIO_IDS.map((each) => ({ each, likeness: likeness(id, each) }))
    .filter((candidate) => candidate.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map(({ each }) => each)

/** The share of an id's pairs of letters that the other has too (Dice): it forgives slips of the pen. */
const likeness = (a: string, b: string): number => {
  const [some, others] = [pairsOf(a), pairsOf(b)]
  const shared = [...some].filter((pair) => others.has(pair)).length
  return (2 * shared) / Math.max(some.size + others.size, 1)
}

const pairsOf = (id: string): ReadonlySet<string> =>
  new Set(
    [...id.toLowerCase()].map((letter, place) => letter + (id[place + 1] ?? '').toLowerCase()),
  )
