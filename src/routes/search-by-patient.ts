import { ENDPOINTS, parameterNames } from '../bars/endpoints.ts'
import { Failure } from '../bars/failure.ts'
import { isNamed, type PatientSearch, readPatientSearch } from '../bars/patient-search.ts'
import { type SearchParameters, writeSearch } from '../fhir/search.ts'
import { instant } from '../fhir/time.ts'
import { isStatefulPatient } from '../receiver/111-ed/act.ts'
import { heldSearch } from '../receiver/111-ed/held-reads.ts'
import { heldResource } from '../receiver/held-resources.ts'
import { searchset } from '../receiver/searchset.ts'
import { findScenario } from '../scenarios/index.ts'
import type { Found, HeldResource, Scenario } from '../scenarios/scenario.ts'
import { EXAMPLE_PATIENT, NHS_NUMBERS } from '../scenarios/sentinels.ts'
import { type Answer, failed, notOffered } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest } from './fhir-request.ts'
import { scenarioOfId } from './read-by-id.ts'

type Type = HeldResource['type']

/** What a search comes to: the scenario that answers it, and what it finds, if anything. */
interface Outcome {
  readonly scenario: Scenario
  readonly found?: Found | undefined
}

/** GET /Appointment and GET /ServiceRequest: what is held of a patient, or under an id (ruling 31). */
export const searchByPatient =
  (type: Type) =>
  async (request: CheckedRequest, deps: Deps): Promise<Answer> => {
    const { base, parameters } = request
    const search = readPatientSearch(parameters)
    if (search instanceof Failure) return failed(search)

    const now = deps.now()
    const outcome = await outcomeOf(search, type, request, deps, now)
    if (outcome instanceof Failure) return failed(outcome)
    if (outcome === undefined) return notOffered
    const { scenario, found } = outcome
    if (scenario.reply.kind === 'fail') return failed(scenario.reply.failure, scenario)
    const reading = { applications: scenario.applications, now }
    const matches =
      found === undefined ? [] : [heldResource(found.resource, { ...reading, ...found })]
    const self = `${base}/${type}?${selfQuery(type, parameters)}`
    const resource = searchset({ base, self, id: deps.newId(), now: instant(now) }, matches, [])
    return { kind: 'resource', resource, scenario }
  }

const selfQuery = (type: Type, parameters: SearchParameters): string => {
  const known = parameterNames(ENDPOINTS[`${type}-search`])
  return writeSearch(parameters.filter(([name]) => known.includes(name)))
}

async function outcomeOf(
  { id, nhsNumber, person }: PatientSearch,
  type: Type,
  request: CheckedRequest,
  deps: Deps,
  now: number,
): Promise<Outcome | Failure | undefined> {
  const nothing = outcomeIn(type, [])
  if (id !== undefined && (nhsNumber ?? person) === undefined) {
    const scenario = await scenarioOfId(request, type, id, deps, now)
    if (scenario === undefined) return nothing
    if (scenario instanceof Failure) return scenario
    const { reply } = scenario
    return reply.kind === 'fail' ? { scenario } : { scenario, found: { ...reply, id } }
  }
  const isExample = person !== undefined && isNamed(person, EXAMPLE_PATIENT)
  const number = nhsNumber ?? (isExample ? NHS_NUMBERS.booked[0] : undefined)
  const outcome = number === undefined ? nothing : await ofPatient(number, type, request, deps, now)
  if (outcome instanceof Failure || id === undefined) return outcome
  return outcome?.found?.id === id ? outcome : nothing
}

async function ofPatient(
  number: string,
  type: Type,
  { space, organisation }: CheckedRequest,
  { organisations }: Deps,
  now: number,
): Promise<Outcome | Failure | undefined> {
  if (organisation === undefined || !isStatefulPatient(number)) return outcomeIn(type, [number])
  const standing = await organisations(space, organisation).standing(now)
  if (standing instanceof Failure) return standing
  return heldSearch(type, standing) ?? outcomeIn(type, [])
}

/** What the table has for a patient's number, or for none that it knows. */
function outcomeIn(type: Type, numbers: readonly string[]): Outcome | undefined {
  const scenario = findScenario(`${type}-search`, numbers)
  if (scenario === undefined || scenario.reply.kind === 'fail') return scenario && { scenario }
  return { scenario, found: scenario.reply.held }
}
