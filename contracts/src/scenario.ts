import type { State } from '../../src/receiver/111-ed/states.ts'
import { CATALOGUE, type CatalogueRow } from '../../src/receiver/catalogue.ts'
import { statusOf } from '../../src/scenarios/scenario.ts'
import { didYouMean } from './arguments.ts'
import { SCENARIO_IDS, type ScenarioId } from './scenario-ids.ts'

export type { State }

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
  const meant = typeof id === 'string' ? didYouMean(id, SCENARIO_IDS) : ''
  return `There is no scenario '${id}'. ${meant || '`bars-contracts list` shows them all.'}`
}
