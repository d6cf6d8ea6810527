import { SCENARIOS } from '../scenarios/index.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { CELLS, HELD_READS } from './111-ed/cells.ts'

/** Every scenario, stateless and stateful. */
export const CATALOGUE: readonly Scenario[] = [...SCENARIOS, ...CELLS, ...HELD_READS]

const BY_ID: ReadonlyMap<string, Scenario> = new Map(CATALOGUE.map((row) => [row.id, row]))

/** The scenario of that id. */
export const scenarioOf = (id: string): Scenario | undefined => BY_ID.get(id)
