import { SYSTEMS } from '../bars/code-systems.ts'
import { type DefinitionSearch, readDefinitionSearch } from '../bars/definition-search.ts'
import { Failure } from '../bars/failure.ts'
import { isServiceId } from '../bars/services.ts'
import { instant } from '../fhir/instant.ts'
import { type SearchParameters, writeSearch } from '../fhir/search.ts'
import { messageDefinitions } from '../receiver/message-definitions.ts'
import { type Answer, answerAs, refusalOf } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest } from './fhir-request.ts'
import { happyOr } from './scenario-for.ts'
import { unknownService } from './unknown-service.ts'

/** GET /MessageDefinition?context=… */
export const messageDefinition = (
  { target, base }: CheckedRequest,
  { now, newId }: Deps,
  query: SearchParameters,
): Answer => {
  const search = readDefinitionSearch(query)
  if (search instanceof Failure) return search

  const scenario = happyOr(target, 'MessageDefinition', [search.service])
  const refusal = refusalOf(scenario)
  if (refusal !== undefined) return refusal

  const { service, useCases } = search
  if (!isServiceId(service)) return unknownService('context', service)

  const self = `${base}/MessageDefinition?${selfQuery(search)}`
  return answerAs(scenario, 'definitions', ({ of }) =>
    messageDefinitions(of, { service, useCases, base, self, id: newId(), now: instant(now()) }),
  )
}

const selfQuery = ({ service, useCases }: DefinitionSearch): string =>
  writeSearch([
    ['context', `${SYSTEMS.dosService}|${service}`],
    ...useCases.map((useCase) => ['context', `${SYSTEMS.useCase}|${useCase}`] as const),
  ])
