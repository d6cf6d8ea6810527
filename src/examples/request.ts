import type { Bundle } from 'fhir/r4'
import { isIn } from '../bars/applications.ts'
import { SYSTEMS, type UseCase } from '../bars/code-systems.ts'
import { ENDPOINTS, parameterNames } from '../bars/endpoints.ts'
import { HEADERS } from '../bars/headers.ts'
import {
  OCCASIONS,
  type Occasion,
  PLACES,
  type ReadOccasion,
  type SentinelPlace,
} from '../bars/occasions.ts'
import { isServiceId } from '../bars/services.ts'
import { INCLUDES } from '../bars/slot-search.ts'
import { TEST_SYSTEM } from '../bars/target.ts'
import { isWorkflow, opens, WORKFLOWS, type Workflow } from '../bars/workflow.ts'
import { writeSearch } from '../fhir/search.ts'
import type { CatalogueRow } from '../receiver/catalogue.ts'
import { isTestTarget } from '../scenarios/index.ts'
import { type Scenario, useCaseOf } from '../scenarios/scenario.ts'
import { IDS } from '../scenarios/sentinels.ts'
import {
  EXAMPLE_DAY,
  messageHeaders,
  organisationHeader,
  requestHeaders,
  targetHeader,
} from './example.ts'
import { exampleMessage } from './message.ts'
import { SENDER_ODS_CODE } from './resources.ts'

/** A request as plain data; `path` is relative to the FHIR base and holds the query. */
export interface ExampleRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Bundle
}

/** How an example differs from the one that the table implies. */
export interface Variation {
  /** What to plant, of `plantings(scenario)`; undefined plants nothing. */
  readonly planted?: string | undefined
  /** The occasion, where the row has several. */
  readonly occasion?: Occasion
  readonly odsCode?: string
  /** The use case, where it is not that of the row's first Application. */
  readonly useCase?: UseCase
  /** The Appointment that a booking goes on with, or a referral is linked to. */
  readonly appointmentId?: string
}

// Values that no row names.
const VALUES = { service: '2000159910', 'nhs-number': '9990000026', uuid: IDS.booking } as const

const plain = (place: SentinelPlace): string => VALUES[PLACES[place].holds]

/** The service that examples are for, where the sentinel is not a service. */
const SERVICE = '2000072489'

/** Every value that chooses the scenario, one for all others, and undefined for none at all. */
export const plantings = ({ sentinel }: Scenario): readonly (string | undefined)[] => [
  ...sentinel.values,
  ...(sentinel.others ? [plain(sentinel.in)] : []),
  ...(sentinel.none ? [undefined] : []),
]

/** The request that chooses a scenario. */
export const exampleRequest = (
  scenario: CatalogueRow,
  variation: Variation = {},
): ExampleRequest => {
  const { occasion = scenario.on[0], odsCode = SENDER_ODS_CODE } = variation
  const planted = 'planted' in variation ? variation.planted : plantings(scenario)[0]
  const at = (place: SentinelPlace) => (scenario.sentinel.in === place ? planted : plain(place))

  const headers = requestHeaders(targetOf(scenario, planted), organisationHeader(odsCode))
  const { method, path } = ENDPOINTS[OCCASIONS[occasion].endpoint]
  if (!isWorkflow(occasion)) return { method, path: readPath(occasion, at), headers }

  const { useCase = offered(occasion, useCaseOf(scenario.applications)) } = variation
  const appointmentId = variation.appointmentId ?? scenario.appointmentId ?? IDS.booking
  return {
    method,
    path,
    headers: { ...headers, ...messageHeaders(useContext(occasion, useCase)) },
    body: exampleMessage({
      workflow: occasion,
      useCase,
      service: SERVICE,
      nhsNumber: at('Patient.identifier'),
      focusId: opens(occasion) ? undefined : focusId(occasion, appointmentId),
      appointmentId: occasion === 'referral-new' ? appointmentId : undefined,
    }),
  }
}

// A row of every workflow is of an Application that does not have them all.
const offered = (workflow: Workflow, useCase: UseCase): UseCase => {
  const { applications } = WORKFLOWS[workflow]
  return isIn(applications, [useCase]) ? useCase : `a${applications[0]}t1`
}

/** The id of what a conversation is about, as the Receiver gave it. */
const focusId = (workflow: Workflow, appointmentId: string): string => {
  const { category } = WORKFLOWS[workflow]
  return category === undefined ? appointmentId : IDS[category]
}

const targetOf = ({ sentinel }: Scenario, planted: string | undefined): string | undefined => {
  if (sentinel.in !== HEADERS.target) {
    return targetHeader(SYSTEMS.dosService, planted && isServiceId(planted) ? planted : SERVICE)
  }
  if (planted === undefined) return undefined
  return targetHeader(isTestTarget(planted) ? TEST_SYSTEM : SYSTEMS.dosService, planted)
}

// What a search has that its occasion does not decide.
const SEARCHED: Readonly<Record<string, readonly string[]>> = {
  start: [`ge${EXAMPLE_DAY}T09:00:00+00:00`, `le${EXAMPLE_DAY}T13:00:00+00:00`],
  _include: INCLUDES,
}

const readPath = (read: ReadOccasion, at: (place: SentinelPlace) => string | undefined): string => {
  const { endpoint, place, query = {} } = OCCASIONS[read]
  const { path, parameters } = ENDPOINTS[endpoint]
  const planted = at(place) ?? ''
  const system = parameters.find(({ name }) => name === place)?.system
  const sought = system === undefined ? planted : `${system}|${planted}`
  const search = parameterNames(ENDPOINTS[endpoint]).flatMap((name) =>
    (name === place ? [sought] : (query[name] ?? SEARCHED[name] ?? [])).map(
      (value) => [name, value] as const,
    ),
  )
  return search.length > 0 ? `${path}?${writeSearch(search)}` : path.replace('{id}', planted)
}

// Core, "HTTP headers": use case, category (or the Appointment's status), event and reason.
const useContext = (workflow: Workflow, useCase: UseCase): string => {
  const { event, category, reasons, statuses } = WORKFLOWS[workflow]
  return [useCase, category ?? statuses[0], event, reasons[0]].join('|')
}
