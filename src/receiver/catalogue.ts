import { SCENARIOS } from '../scenarios/index.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { CELLS } from './111-ed/cells.ts'
import { HELD_READS, HELD_SEARCHES } from './111-ed/held-reads.ts'
import type { State } from './111-ed/states.ts'

/** A scenario, and what a stateful one depends on. */
export interface CatalogueRow extends Scenario {
  /** The 111-ED states an organisation is put through first. */
  readonly given?: readonly State[]
  /** The Appointment that the example is about. */
  readonly appointmentId?: string
}

/** Every scenario, stateless and stateful. */
export const CATALOGUE: readonly CatalogueRow[] = [
  ...SCENARIOS,
  ...CELLS,
  ...HELD_READS,
  ...HELD_SEARCHES,
]

const BY_ID: ReadonlyMap<string, CatalogueRow> = new Map(CATALOGUE.map((row) => [row.id, row]))

/** The scenario of that id. */
export const scenarioOf = (id: string): CatalogueRow | undefined => BY_ID.get(id)

/** The Pact provider state of an organisation that was put through these states, the last of which it is in. */
export const providerState = (given: readonly State[]): string => `111-ED: ${given.join(', then ')}`

/** The provider state that names the scenario of a stateless interaction; it needs no preparation. */
export const scenarioState = (id: string): string => `scenario ${id}`
