import { PLACES } from '../../src/bars/occasions.ts'
import { isServiceId } from '../../src/bars/services.ts'
import { isUuid } from '../../src/bars/uuid.ts'
import { HELD_READS, mayHold } from '../../src/receiver/111-ed/held-reads.ts'
import { findScenario } from '../../src/scenarios/find.ts'
import type { Scenario } from '../../src/scenarios/scenario.ts'

/**
 * The sentinel that a text is, for a scenario.
 * @throws RangeError that says which there are, when it chooses another scenario or none.
 */
export const sentinelOf = (row: Scenario, text: string): string => {
  if (row.sentinel.values.includes(text) || chooses(row, text)) return text
  throw new RangeError(`'${text}' does not choose ${row.id}: ${possible(row)}.`)
}

const IS: Readonly<Record<(typeof PLACES)[keyof typeof PLACES], (text: string) => boolean>> = {
  'nhs-number': (text) => /^\d{10}$/.test(text),
  service: isServiceId,
  uuid: isUuid,
}

/** Whether a value that the table does not name chooses a scenario. */
const chooses = (row: Scenario, text: string): boolean => {
  if (!IS[PLACES[row.sentinel.in]](text)) return false
  // A Sender may have booked under an id of its own (ruling 5).
  if (HELD_READS.some((each) => each === row))
    return row.on.includes('Appointment') && mayHold('Appointment', text)
  return row.sentinel.others === true && row.on.some((on) => findScenario(on, [text]) === row)
}

const possible = ({ sentinel: { in: place, values, others } }: Scenario): string => {
  const named = [...values, ...(others ? ['any other that no other scenario has'] : [])]
  return named.length === 0 ? `nothing is planted in ${place}` : `${place} is ${named.join(' or ')}`
}
