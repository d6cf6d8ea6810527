import { SYSTEMS } from '../bars/code-systems.ts'
import { type DefinitionSearch, readDefinitionSearch } from '../bars/definition-search.ts'
import { Failure } from '../bars/failure.ts'
import { unknownService } from '../bars/parameters.ts'
import { isServiceId } from '../bars/services.ts'
import { writeSearch } from '../fhir/search.ts'
import { instant } from '../fhir/time.ts'
import { definitionSearchset } from '../receiver/definition-searchset.ts'
import { findScenario } from '../scenarios/index.ts'
import { type Answer, failed } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest } from './fhir-request.ts'

/** GET /MessageDefinition?context=… */
export const searchDefinitions = (
  { base, parameters }: CheckedRequest,
  { now, newId }: Deps,
): Answer => {
  const search = readDefinitionSearch(parameters)
  if (search instanceof Failure) return failed(search)

  const { service: sought, useCases } = search
  const scenario = findScenario('MessageDefinition', [sought])
  if (scenario?.reply.kind === 'fail') return failed(scenario.reply.failure, scenario)
  const service = isServiceId(sought) ? sought : scenario?.reply.service
  if (scenario === undefined || service === undefined) {
    return failed(unknownService('context', sought))
  }

  const self = `${base}/MessageDefinition?${selfQuery(search)}`
  const resource = definitionSearchset(scenario.reply.of, {
    ...{ service, useCases, base, self },
    ...{ id: newId(), now: instant(now()) },
  })
  return { kind: 'resource', resource, scenario }
}

const selfQuery = ({ service, useCases }: DefinitionSearch): string =>
  writeSearch([
    ['context', `${SYSTEMS.dosService}|${service}`],
    ...useCases.map((useCase) => ['context', `${SYSTEMS.useCase}|${useCase}`] as const),
  ])
