import type { Bundle } from 'fhir/r4'
import { SYSTEMS, type UseCase } from '../bars/code-systems.ts'
import { HEADERS } from '../bars/headers.ts'
import { isServiceId } from '../bars/services.ts'
import { INCLUDES } from '../bars/slot-search.ts'
import { TEST_SYSTEM } from '../bars/target.ts'
import { isWorkflow, opens, WORKFLOWS, type Workflow } from '../bars/workflow.ts'
import { writeSearch } from '../fhir/search.ts'
import { useCaseOf } from '../scenarios/applications.ts'
import { isTestTarget } from '../scenarios/find.ts'
import type { Occasion, Place, Read, Scenario } from '../scenarios/scenario.ts'
import { IDS } from '../scenarios/sentinels.ts'
import { EXAMPLE_DAY } from './example.ts'
import { fhirHeaders, messageHeaders, organisationHeader, targetHeader } from './headers.ts'
import { exampleMessage } from './message.ts'
import { SENDER_ODS_CODE } from './parties.ts'

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
  /** The Appointment that a booking goes on with, or a referral is linked to. */
  readonly appointmentId?: string
}

/** Values that no row names. */
const PLAIN = {
  [HEADERS.target]: '2000159910',
  context: '2000159910',
  'Schedule.actor:HealthcareService': '2000159910',
  'Patient.identifier': '9990000026',
  id: IDS.booking,
} as const satisfies Readonly<Record<Place, string>>

/** The service that examples are for, where the sentinel is not a service. */
const SERVICE = '2000072489'

/** Every value that chooses the scenario, one for all others, and undefined for none at all. */
export const plantings = ({ sentinel }: Scenario): readonly (string | undefined)[] => [
  ...sentinel.values,
  ...(sentinel.others ? [PLAIN[sentinel.in]] : []),
  ...(sentinel.none ? [undefined] : []),
]

/** The request that chooses a scenario. */
export const exampleRequest = (scenario: Scenario, variation: Variation = {}): ExampleRequest => {
  const { occasion = scenario.on[0], odsCode = SENDER_ODS_CODE } = variation
  if (occasion === undefined) throw new Error(`scenario ${scenario.id} has no occasion`)
  const planted = 'planted' in variation ? variation.planted : plantings(scenario)[0]
  const at = (place: Place) => (scenario.sentinel.in === place ? planted : PLAIN[place])

  const headers = fhirHeaders(targetOf(scenario, planted), organisationHeader(odsCode))
  if (!isWorkflow(occasion)) return { method: 'GET', path: readPath(occasion, at), headers }

  const useCase = useCaseOf(scenario.applications)
  const appointmentId = variation.appointmentId ?? scenario.appointmentId ?? IDS.booking
  return {
    method: 'POST',
    path: '/$process-message',
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

const readPath = (read: Read, at: (place: Place) => string | undefined): string => {
  switch (read) {
    case 'metadata':
      return '/metadata'
    case 'MessageDefinition':
      return `/MessageDefinition?${writeSearch([['context', `${SYSTEMS.dosService}|${at('context')}`]])}`
    case 'Slot':
    case 'Slot-busy':
      return `/Slot?${slotQuery(read, at('Schedule.actor:HealthcareService'))}`
    case 'Appointment':
    case 'ServiceRequest':
      return `/${read}/${at('id')}`
  }
}

const slotQuery = (read: 'Slot' | 'Slot-busy', service = ''): string =>
  writeSearch([
    ['Schedule.actor:HealthcareService', service],
    ['status', read === 'Slot' ? 'free' : 'free,busy'],
    ['start', `ge${EXAMPLE_DAY}T09:00:00+00:00`],
    ['start', `le${EXAMPLE_DAY}T13:00:00+00:00`],
    ...INCLUDES.map((include) => ['_include', include] as const),
  ])

// Core, "HTTP headers": use case, category (or the Appointment's status), event and reason.
const useContext = (workflow: Workflow, useCase: UseCase): string => {
  const { event, category, reasons, statuses } = WORKFLOWS[workflow]
  return [useCase, category ?? statuses[0], event, reasons[0]].join('|')
}
