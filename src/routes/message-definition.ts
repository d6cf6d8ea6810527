import { SYSTEMS } from '../bars/code-systems.ts'
import { type DefinitionSearch, readDefinitionSearch } from '../bars/definition-search.ts'
import { Failure } from '../bars/failure.ts'
import { isServiceId } from '../bars/services.ts'
import { instant } from '../fhir/instant.ts'
import { type SearchParameters, writeSearch } from '../fhir/search.ts'
import { messageDefinitions } from '../receiver/message-definitions.ts'
import { type Answer, refusal } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest } from './fhir-request.ts'
import { scenarioFor } from './scenario-for.ts'
import { unknownService } from './unknown-service.ts'

/** GET /MessageDefinition?context=… */
export const messageDefinition = (
  { target, base }: CheckedRequest,
  { now, newId }: Deps,
  query: SearchParameters,
): Answer => {
  const search = readDefinitionSearch(query)
  if (search instanceof Failure) return search

  const { service, useCases } = search
  const scenario = scenarioFor(target, 'MessageDefinition', [service])
  if (scenario?.reply.kind === 'fail') return refusal(scenario, scenario.reply)
  if (scenario === undefined || !isServiceId(service)) return unknownService('context', service)

  const self = `${base}/MessageDefinition?${selfQuery(search)}`
  const body = messageDefinitions(scenario.reply.of, {
    ...{ service, useCases, base, self },
    ...{ id: newId(), now: instant(now()) },
  })
  return { scenario, body }
}

const selfQuery = ({ service, useCases }: DefinitionSearch): string =>
  writeSearch([
    ['context', `${SYSTEMS.dosService}|${service}`],
    ...useCases.map((useCase) => ['context', `${SYSTEMS.useCase}|${useCase}`] as const),
  ])
