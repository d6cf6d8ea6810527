import { Failure } from '../../../src/bars/failure.ts'
import type { Occasion } from '../../../src/bars/occasions.ts'
import { TEST_SYSTEM } from '../../../src/bars/target.ts'
import { valuesOf } from '../../../src/fhir/search.ts'
import { actOf, STATEFUL_PATIENT } from '../../../src/receiver/111-ed/act.ts'
import { CELLS, HELD_READS } from '../../../src/receiver/111-ed/cells.ts'
import { mayHold } from '../../../src/receiver/111-ed/held.ts'
import { claims, findScenario, testTargetScenario } from '../../../src/scenarios/find.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import type { CheckedRequest } from './checked-request.ts'
import { plantedAt } from './planted.ts'

/** The cell of the state table that a scenario is, if it is one. */
export const cellOfRow = (row: Scenario) => CELLS.find(({ id }) => id === row.id)

/** The occasion of a scenario that a request is, as far as its query tells. */
export const occasionOf = (
  row: Scenario,
  { message, parameters = [] }: CheckedRequest,
): Occasion => {
  const [first] = row.on
  if (message?.workflow !== undefined) return message.workflow
  if (first !== 'Slot' && first !== 'Slot-busy') return first
  return valuesOf(parameters, 'status').some((each) => /\bbusy\b/.test(each)) ? 'Slot-busy' : 'Slot'
}

/** The test target that decides the answer whatever else is sent, if the request is for one. */
export const testTargetOf = ({ target }: CheckedRequest): Scenario | undefined =>
  target?.system === TEST_SYSTEM ? testTargetScenario(target.value) : undefined

const isStateful = (values: readonly string[]): boolean =>
  values.some((value) => STATEFUL_PATIENT.some((each) => each === value))

/** The scenario that what is planted selects; `machine` where the 111-ED state decides. */
export const selectedBy = (
  request: CheckedRequest,
  row: Scenario,
): Scenario | 'machine' | undefined => {
  const { values } = plantedAt(request, row.sentinel.in)
  const asked = occasionOf(row, request)
  const occasion = row.on.includes(asked) ? asked : row.on[0]
  const isClaimed = values.some((value) => claims(occasion, value))
  const { read } = request.message ?? {}
  const isAct = read !== undefined && !(read instanceof Failure) && actOf(read) !== undefined
  return !isClaimed && isAct ? 'machine' : findScenario(occasion, values)
}

/** Whether what is planted selects a scenario. */
export const selects = (request: CheckedRequest, row: Scenario): boolean => {
  const { values } = plantedAt(request, row.sentinel.in)
  if (cellOfRow(row)) return isStateful(values) && !isClaimedMessage(row, values)
  if (HELD_READS.some((each) => each === row)) return values.some((id) => isHeldBy(row, id))
  return selectedBy(request, row) === row
}

const isClaimedMessage = ({ on }: Scenario, values: readonly string[]): boolean =>
  on.some((occasion) => values.some((value) => claims(occasion, value)))

// A Sender may have booked under an id of its own (ruling 5).
const isHeldBy = ({ on, sentinel }: Scenario, id: string): boolean =>
  sentinel.values.includes(id) || (on.includes('Appointment') && mayHold('Appointment', id))
