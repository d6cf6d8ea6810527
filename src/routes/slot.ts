import { Failure } from '../bars/failure.ts'
import { isServiceId } from '../bars/services.ts'
import { readSlotSearch, type SlotSearch } from '../bars/slot-search.ts'
import { type SearchParameters, valuesOf, writeSearch } from '../fhir/search.ts'
import { slots } from '../receiver/slots.ts'
import { type Answer, refusal } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest } from './fhir-request.ts'
import { scenarioFor } from './scenario-for.ts'
import { unknownService } from './unknown-service.ts'

/** GET /Slot */
export const slot = (
  { target, base }: CheckedRequest,
  { now, newId }: Deps,
  query: SearchParameters,
): Answer => {
  const search = readSlotSearch(query)
  if (search instanceof Failure) return search

  const { service, statuses } = search
  const occasion = statuses.includes('busy') ? 'Slot-busy' : 'Slot'
  const scenario = scenarioFor(target, occasion, [service])
  if (scenario?.reply.kind === 'fail') return refusal(scenario, scenario.reply)
  if (scenario === undefined || !isServiceId(service)) {
    return unknownService('Schedule.actor:HealthcareService', service)
  }
  const body = slots(
    scenario.reply.diary,
    { ...search, service },
    {
      base,
      id: newId(),
      now: now(),
      self: (includes) => `${base}/Slot?${selfQuery(search, query, includes)}`,
    },
  )
  return { scenario, body }
}

// The search as it was understood: includes that are not honoured are left out.
const selfQuery = (
  { service, statuses }: SlotSearch,
  query: SearchParameters,
  includes: readonly string[],
): string =>
  writeSearch([
    ['Schedule.actor:HealthcareService', service],
    ['status', statuses.join(',')],
    ...valuesOf(query, 'start').map((start) => ['start', start.replace(' ', '+')] as const),
    ...includes.map((include) => ['_include', include] as const),
  ])
