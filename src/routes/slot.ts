import { Failure } from '../bars/failure.ts'
import { unknownService } from '../bars/parameters.ts'
import { isServiceId } from '../bars/services.ts'
import { boundsOf, readSlotSearch, type SlotSearch } from '../bars/slot-search.ts'
import { type SearchParameters, writeSearch } from '../fhir/search.ts'
import { slotSearchset } from '../receiver/slot-searchset.ts'
import { findScenario } from '../scenarios/index.ts'
import { type Answer, failed } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest } from './fhir-request.ts'

/** GET /Slot */
export const searchSlots = ({ base, parameters }: CheckedRequest, { now, newId }: Deps): Answer => {
  const search = readSlotSearch(parameters)
  if (search instanceof Failure) return failed(search)

  const { service, statuses } = search
  const occasion = statuses.includes('busy') ? 'Slot-busy' : 'Slot'
  const scenario = findScenario(occasion, [service])
  if (scenario?.reply.kind === 'fail') return failed(scenario.reply.failure, scenario)
  if (scenario === undefined || !isServiceId(service)) {
    return failed(unknownService('Schedule.actor:HealthcareService', service))
  }
  const { diary } = scenario.reply
  const { range } = search
  if (diary !== 'none' && range instanceof Failure) return failed(range)
  const resource = slotSearchset(
    diary,
    { ...search, service, range: range instanceof Failure ? NEVER : range },
    {
      base,
      id: newId(),
      now: now(),
      self: (includes) => `${base}/Slot?${selfQuery(search, parameters, includes)}`,
    },
  )
  return { kind: 'resource', resource, scenario }
}

// What a service without Slots is asked about does not matter (ruling 16).
const NEVER = { from: 0, to: 0 } as const

// The search as it was understood: includes that are not honoured are left out.
const selfQuery = (
  { service, statuses }: SlotSearch,
  query: SearchParameters,
  includes: readonly string[],
): string =>
  writeSearch([
    ['Schedule.actor:HealthcareService', service],
    ['status', statuses.join(',')],
    ...boundsOf(query).map((start) => ['start', start.replace(' ', '+')] as const),
    ...includes.map((include) => ['_include', include] as const),
  ])
