import { readToken, type SearchParameters, valuesOf } from '../fhir/search.ts'
import { SYSTEMS } from './code-systems.ts'
import { type Failure, quoted } from './failure.ts'
import { itemsOf, wrongParameter } from './parameter.ts'
import { isServiceSystem } from './services.ts'

const NAME = 'Schedule.actor:HealthcareService'
const EXPECTED = 'a DoS service id'

/** Reads the one service whose Slots are searched for. */
export const readSlotService = (parameters: SearchParameters): string | Failure => {
  const sent = itemsOf(valuesOf(parameters, NAME)).filter((item) => item !== '')
  const foreign = sent.find((item) => !isServiceSystem(readToken(item).system))
  if (foreign !== undefined) {
    const expected = `${EXPECTED}, alone or as ${SYSTEMS.dosService}|<service id>`
    return wrongParameter('value', NAME, quoted(foreign), expected)
  }
  const [service, second] = new Set(sent.map((item) => readToken(item).value))
  if (service === undefined) return wrongParameter('required', NAME, 'nothing', EXPECTED)
  return second === undefined
    ? service
    : wrongParameter('value', NAME, 'two different services', `one: ${EXPECTED}`)
}
