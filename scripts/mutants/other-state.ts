import { CELLS } from '../../src/receiver/111-ed/scenarios.ts'
import { type Scenario, type State, statusOf } from '../../src/scenarios/scenario.ts'

/** A state in which the event of a cell gets another status. */
export const otherState = ({ id, reply }: Scenario): State => {
  const event = CELLS.find((cell) => cell.id === id)?.event
  const other = CELLS.find(
    (cell) => cell.event === event && statusOf(cell.reply) !== statusOf(reply),
  )
  if (other === undefined) throw new Error(`${id} is answered alike in every state`)
  return other.state
}
