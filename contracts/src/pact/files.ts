import { CELLS, HELD_READS } from '../../../src/receiver/111-ed/scenarios.ts'
import { SCENARIOS } from '../../../src/scenarios/index.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import { type Interaction, interactionOf, type Pact, pact } from './interaction.ts'
import { needsNoNumber } from './patient-pin.ts'
import { pactRequest, shownRequest } from './request.ts'
import { pactResponse } from './response.ts'

const SENDER = 'bars-sender'
export const RECEIVER = 'bars-receiver'

/** A Pact file by its path in `contracts/pacts/`. */
export type PactFiles = ReadonlyMap<string, Pact>

// A Patient without any identifier fits every sentinel's interaction too, and the first that fits
// answers: those that ask for no number come first.
const ROWS: readonly Scenario[] = [
  ...SCENARIOS.filter(({ sentinel }) => needsNoNumber(sentinel)),
  ...SCENARIOS.filter(({ sentinel }) => !needsNoNumber(sentinel)),
  ...CELLS,
  ...HELD_READS,
]

const promised = async (row: Scenario): Promise<Interaction> =>
  interactionOf(row, pactRequest(row), await pactResponse(row, shownRequest(row)))

/** What a Receiver promises its Senders: all in one file, and each scenario in a file of its own. */
export const receiverPacts = async (): Promise<PactFiles> => {
  const interactions = await Promise.all(ROWS.map(promised))
  return new Map([
    ['bars.json', pact(SENDER, RECEIVER, interactions)],
    ...interactions.map(
      (each) => [`scenarios/${each.key}.json`, pact(SENDER, RECEIVER, [each])] as const,
    ),
  ])
}
