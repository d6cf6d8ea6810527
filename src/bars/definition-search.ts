import { sameSystem } from '../fhir/coding.ts'
import { readToken, type SearchParameters, valuesOf } from '../fhir/search.ts'
import { SYSTEMS, USE_CASES } from './code-systems.ts'
import { type Failure, fail, quoted } from './failure.ts'

/** A search for MessageDefinitions, understood. */
export interface DefinitionSearch {
  readonly service: string
  readonly useCase: string | undefined
}

type Token = ReturnType<typeof readToken>

/** Reads the parameter `context`: the service and, beside it, the use case. */
export const readDefinitionSearch = (parameters: SearchParameters): DefinitionSearch | Failure => {
  const sent = valuesOf(parameters, 'context')
    // The API's own example puts both into one escaped value.
    .flatMap((value) => value.split('&context='))
  const tokens = sent.map(readToken)
  const service = tokens.find(isService)
  return service === undefined
    ? fail('REC_BAD_REQUEST', 'required', {
        where: 'parameter context',
        received: sent.map(quoted).join(' and ') || 'nothing',
        expected: `${SYSTEMS.dosService}|<service id>`,
      })
    : // The guide's tables print use cases in capitals; the code system has small letters.
      { service: service.value, useCase: tokens.find(isUseCase)?.value.toLowerCase() }
}

const isUseCase = ({ system, value }: Token): boolean =>
  system === undefined
    ? Object.hasOwn(USE_CASES, value.toLowerCase())
    : sameSystem(system, SYSTEMS.useCase)

const isService = (token: Token): boolean =>
  !isUseCase(token) && (token.system === undefined || sameSystem(token.system, SYSTEMS.dosService))
