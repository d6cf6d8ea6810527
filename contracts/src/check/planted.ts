import { readDefinitionSearch } from '../../../src/bars/definition-search.ts'
import { Failure } from '../../../src/bars/failure.ts'
import { HEADERS } from '../../../src/bars/headers.ts'
import type { SentinelPlace } from '../../../src/bars/occasions.ts'
import { text } from '../../../src/fhir/json.ts'
import { readToken, valuesOf } from '../../../src/fhir/search.ts'
import type { CheckedRequest } from './checked-request.ts'
import { idIn } from './endpoints.ts'
import { isOf } from './placed-entry.ts'

/** What a request has in the place of a sentinel, and where that is. */
export interface Planted {
  readonly where: string
  readonly values: readonly string[]
  /** How to call a value of that place. */
  readonly name: string
}

const SERVICE = 'Schedule.actor:HealthcareService'

const READERS: Readonly<Record<SentinelPlace, (request: CheckedRequest) => Planted>> = {
  [HEADERS.target]: ({ headerJson }) => {
    const read = headerJson(HEADERS.target)
    const value = read !== undefined && 'json' in read ? text(read.json, 'value') : undefined
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
    const patient = message?.entries.find(isOf('Patient'))
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

/** What a request has in a place. */
export const plantedAt = (request: CheckedRequest, place: SentinelPlace): Planted =>
  READERS[place](request)
