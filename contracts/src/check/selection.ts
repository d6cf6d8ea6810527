import { readDefinitionSearch } from '../../../src/bars/definition-search.ts'
import { Failure } from '../../../src/bars/failure.ts'
import { HEADERS, readHeaderJson } from '../../../src/bars/headers.ts'
import type { Occasion, SentinelPlace } from '../../../src/bars/occasions.ts'
import { TEST_SYSTEM } from '../../../src/bars/target.ts'
import { text } from '../../../src/fhir/json.ts'
import { readToken, valuesOf } from '../../../src/fhir/search.ts'
import { actOf, STATEFUL_PATIENT } from '../../../src/receiver/111-ed/act.ts'
import { CELLS, type Cell } from '../../../src/receiver/111-ed/cells.ts'
import { HELD_READS, mayHold } from '../../../src/receiver/111-ed/held-reads.ts'
import { findScenario, isSentinel, testTargetScenario } from '../../../src/scenarios/find.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import { idIn, type SentRequest } from '../../../src/validation/request.ts'

/** What a request has in the place of a sentinel, and where that is. */
export interface Planted {
  readonly where: string
  readonly values: readonly string[]
  /** How to call a value of that place. */
  readonly name: string
}

const SERVICE = 'Schedule.actor:HealthcareService'

const READERS: Readonly<Record<SentinelPlace, (request: SentRequest) => Planted>> = {
  [HEADERS.target]: ({ header }) => {
    const read = readHeaderJson(header(HEADERS.target) ?? '')
    const value = 'json' in read ? text(read.json, 'value') : undefined
    return planted(`header ${HEADERS.target} » value`, 'target', value)
  },
  context: ({ parameters = [] }) => {
    const search = readDefinitionSearch(parameters)
    const service = search instanceof Failure ? undefined : search.service
    return planted('query parameter context', 'service', service)
  },
  [SERVICE]: ({ parameters = [] }) => {
    const [service] = valuesOf(parameters, SERVICE)
    return planted(`query parameter ${SERVICE}`, 'service', service && readToken(service).value)
  },
  'Patient.identifier': ({ message }) => {
    const [patient] = message?.of('Patient') ?? []
    return {
      where: patient ? `${patient.where}.identifier(nhs-number)` : 'Bundle.entry(Patient)',
      name: 'NHS number',
      values: message?.nhsNumbers ?? [],
    }
  },
  id: ({ path }) => planted('path » id', 'id', idIn(path)),
}

const planted = (where: string, name: string, value: string | undefined): Planted => ({
  where,
  name,
  values: value === undefined ? [] : [value],
})

/** What a request has in the place of a scenario's sentinel. */
export const plantedFor = (request: SentRequest, { sentinel }: Scenario): Planted =>
  READERS[sentinel.in](request)

/** The cell of the state table that a scenario is, if it is one. */
export const cellOfRow = (row: Scenario): Cell | undefined => CELLS.find(({ id }) => id === row.id)

/** The occasion of a scenario that a request is, as far as its query tells. */
export function occasionOf(row: Scenario, { message, parameters = [] }: SentRequest): Occasion {
  const [first] = row.on
  if (message?.workflow !== undefined) return message.workflow
  if (first !== 'Slot' && first !== 'Slot-busy') return first
  return valuesOf(parameters, 'status').some((each) => /\bbusy\b/.test(each)) ? 'Slot-busy' : 'Slot'
}

/** The test target that decides the answer whatever else is sent, if the request is for one. */
export const testTargetOf = ({ target }: SentRequest): Scenario | undefined =>
  target === undefined || target instanceof Failure || target.system !== TEST_SYSTEM
    ? undefined
    : testTargetScenario(target.value)

/** The scenario that what is planted selects; `machine` where the 111-ED state decides. */
export function selectedBy(request: SentRequest, row: Scenario): Scenario | 'machine' | undefined {
  const { values } = plantedFor(request, row)
  const asked = occasionOf(row, request)
  const occasion = row.on.includes(asked) ? asked : row.on[0]
  const isClaimed = values.some((value) => isSentinel(occasion, value))
  const { read } = request.message ?? {}
  const isAct = read !== undefined && !(read instanceof Failure) && actOf(read) !== undefined
  return !isClaimed && isAct ? 'machine' : findScenario(occasion, values)
}

/** Whether what is planted selects a scenario. */
export function selects(request: SentRequest, row: Scenario): boolean {
  const { values } = plantedFor(request, row)
  if (cellOfRow(row)) return isStateful(values) && !isClaimedMessage(row, values)
  if (HELD_READS.some((each) => each === row)) return values.some((id) => isHeldBy(row, id))
  return selectedBy(request, row) === row
}

const isStateful = (values: readonly string[]): boolean =>
  values.some((value) => STATEFUL_PATIENT.some((each) => each === value))

const isClaimedMessage = ({ on }: Scenario, values: readonly string[]): boolean =>
  on.some((occasion) => values.some((value) => isSentinel(occasion, value)))

// A Sender may have booked under an id of its own (ruling 5).
const isHeldBy = ({ on, sentinel }: Scenario, id: string): boolean =>
  sentinel.values.includes(id) || (on.includes('Appointment') && mayHold('Appointment', id))
