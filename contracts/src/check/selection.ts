import { readDefinitionSearch } from '../../../src/bars/definition-search.ts'
import { Failure } from '../../../src/bars/failure.ts'
import { readHeaderJson } from '../../../src/bars/headers.ts'
import {
  type Occasion,
  PLACES,
  type PlaceRow,
  type SentinelPlace,
} from '../../../src/bars/occasions.ts'
import { readPatientSearch } from '../../../src/bars/patient-search.ts'
import { TEST_SYSTEM } from '../../../src/bars/target.ts'
import { text } from '../../../src/fhir/json.ts'
import { readToken, valuesOf } from '../../../src/fhir/search.ts'
import { actOf, isStatefulPatient } from '../../../src/receiver/111-ed/act.ts'
import { CELLS, type Cell } from '../../../src/receiver/111-ed/cells.ts'
import { HELD_READS, HELD_SEARCHES, mayHold } from '../../../src/receiver/111-ed/held-reads.ts'
import { findScenario, isSentinel, testTargetScenario } from '../../../src/scenarios/index.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import { idIn, type SentRequest } from '../../../src/validation/request.ts'

/** What a request has in the place of a sentinel, and where that is. */
export interface Planted {
  readonly where: string
  readonly values: readonly string[]
  /** How to call a value of that place. */
  readonly name: string
}

/** What a request has in the place of a scenario's sentinel. */
export const plantedFor = (request: SentRequest, { sentinel }: Scenario): Planted => {
  const place = sentinel.in
  const { in: part, called } = PLACES[place]
  return { ...READERS[part](request, place), name: called }
}

type Reader = (request: SentRequest, place: SentinelPlace) => Omit<Planted, 'name'>

const READERS: Readonly<Record<PlaceRow['in'], Reader>> = {
  header: ({ header }, place) => {
    const read = readHeaderJson(header(place) ?? '')
    const value = 'json' in read ? text(read.json, 'value') : undefined
    return { where: `header ${place} » value`, values: oneOrNone(value) }
  },
  query: (request, place) => ({
    where: `query parameter ${place}`,
    values: oneOrNone((SEARCHED[place] ?? tokenAt)(request, place)),
  }),
  path: ({ path }) => ({ where: 'path » id', values: oneOrNone(idIn(path)) }),
  body: ({ message }) => {
    const [patient] = message?.of('Patient') ?? []
    return {
      where: patient ? `${patient.where}.identifier(nhs-number)` : 'Bundle.entry(Patient)',
      values: message?.nhsNumbers ?? [],
    }
  },
}

const oneOrNone = (value: string | undefined): readonly string[] =>
  value === undefined ? [] : [value]

const tokenAt = ({ parameters = [] }: SentRequest, name: string): string | undefined => {
  const [token] = valuesOf(parameters, name)
  return token && readToken(token).value
}

const numberIn = ({ parameters = [] }: SentRequest): string | undefined => {
  const search = readPatientSearch(parameters)
  return search instanceof Failure ? undefined : search.nhsNumber
}

// Its use case may come before it.
const serviceIn = ({ parameters = [] }: SentRequest): string | undefined => {
  const search = readDefinitionSearch(parameters)
  return search instanceof Failure ? undefined : search.service
}

/** The parameters that are more than a token. */
const SEARCHED: Readonly<
  Partial<Record<SentinelPlace, (request: SentRequest) => string | undefined>>
> = { context: serviceIn, 'patient:identifier': numberIn }

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
  const isOfState = isAct || (isSearched(row) && values.some(isStatefulPatient))
  return !isClaimed && isOfState ? 'machine' : findScenario(occasion, values, reasonOf(request))
}

const reasonOf = ({ message }: SentRequest) => {
  const { read } = message ?? {}
  return read === undefined || read instanceof Failure ? undefined : read.reason
}

/** Whether what is planted selects a scenario. */
export function selects(request: SentRequest, row: Scenario): boolean {
  const { values } = plantedFor(request, row)
  if (cellOfRow(row)) return values.some(isStatefulPatient) && !isClaimedMessage(row, values)
  if (isSearched(row) && values.some(isStatefulPatient)) return isOfSomeState(row)
  if (HELD_READS.some((each) => each === row)) return values.some((id) => isHeldBy(row, id))
  return selectedBy(request, row) === row
}

// Of what is not held a search finds nothing.
const isOfSomeState = (row: Scenario): boolean =>
  row.sentinel.others === true || HELD_SEARCHES.some((each) => each === row)

const isSearched = ({ sentinel }: Scenario): boolean => sentinel.in === 'patient:identifier'

const isClaimedMessage = ({ on }: Scenario, values: readonly string[]): boolean =>
  on.some((occasion) => values.some((value) => isSentinel(occasion, value)))

// A Sender may have booked under an id of its own (ruling 5).
const isHeldBy = ({ on, sentinel }: Scenario, id: string): boolean =>
  sentinel.values.includes(id) || (on.includes('Appointment') && mayHold('Appointment', id))
