import { sameSystem } from '../fhir/coding.ts'
import { readToken, type SearchParameters, valuesOf } from '../fhir/search.ts'
import { SYSTEMS, USE_CASES } from './code-systems.ts'
import type { Failure } from './failure.ts'
import { missingParameter, wrongParameter } from './parameters.ts'
import { quoted } from './privacy.ts'
import { isServiceSystem } from './services.ts'

/** A search for MessageDefinitions, understood. */
export interface DefinitionSearch {
  readonly service: string
  /** Those that a definition must all have; empty where none is asked for. */
  readonly useCases: readonly string[]
}

type Token = ReturnType<typeof readToken>

/** Reads the parameter `context`: the service and, beside it, the use case. */
export const readDefinitionSearch = (parameters: SearchParameters): DefinitionSearch | Failure => {
  const sent = valuesOf(parameters, 'context')
    // The API's own example puts both into one escaped value.
    .flatMap((value) => value.split('&context='))
  const tokens = sent.map(readToken)
  const [service, second] = new Set(tokens.filter(isService).map(({ value }) => value))
  if (service === undefined) {
    return sent.length === 0
      ? missingParameter('context', parameters, ONE)
      : wrongParameter('required', 'context', firstFew(sent), ONE)
  }
  if (second !== undefined) {
    return wrongParameter('value', 'context', 'two different services', `one ${ONE}`)
  }
  // The guide's tables print use cases in capitals; the code system has small letters.
  const useCases = tokens.filter(isUseCase).map(({ value }) => value.toLowerCase())
  return { service, useCases: [...new Set(useCases)].sort() }
}

/** The first few of many values: a failure is to be read. */
const firstFew = (sent: readonly string[]): string => {
  const more = sent.length - MOST_TOLD
  const told = sent.slice(0, MOST_TOLD).map(quoted).join(' and ')
  return more > 0 ? `${told} and ${more} more` : told
}

const MOST_TOLD = 5

const ONE = `${SYSTEMS.dosService}|<service id>`

const isUseCase = ({ system, value }: Token): boolean =>
  system === undefined
    ? Object.hasOwn(USE_CASES, value.toLowerCase())
    : sameSystem(system, SYSTEMS.useCase)

const isService = (token: Token): boolean => !isUseCase(token) && isServiceSystem(token.system)
