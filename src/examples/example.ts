import type { CodeableConcept, FhirResource, Meta, Reference } from 'fhir/r4'
import { type Application, isIn } from '../bars/applications.ts'
import { SYSTEMS, USE_CASES, type UseCase } from '../bars/code-systems.ts'
import { HEADERS, writeHeaderJson } from '../bars/headers.ts'
import { FHIR_JSON } from '../bars/media-type.ts'
import { type Focus, MESSAGE_DEFINITIONS } from '../bars/message-definitions.ts'
import type { ServiceId } from '../bars/services.ts'
import { WORKFLOWS, type Workflow } from '../bars/workflow.ts'
import { BOOKED_DAY } from '../receiver/held-resources.ts'

/** The entries an example message may have, in the order they come. */
const NAMES = [
  'MessageHeader',
  'Appointment',
  'ServiceRequest',
  'Patient',
  'Encounter',
  'Encounter-2',
  'CarePlan',
  'Location',
  'Organization',
  'Organization-2',
  'Practitioner',
  'PractitionerRole',
  'Consent',
  'HealthcareService',
  'Slot',
  'Schedule',
  'Flag',
  'Condition',
  'Task',
  'Device',
  'Questionnaire',
  'QuestionnaireResponse',
] as const

export type EntryName = (typeof NAMES)[number]

const numbered = (group: string, number: number): string =>
  `${group}-0000-4000-8000-${String(number).padStart(12, '0')}`

/** UUIDs that count up, of a group that they begin with. */
export const countingIds = (group: string): (() => string) => {
  let count = 0
  return () => {
    count += 1
    return numbered(group, count)
  }
}

const numberOf = (name: EntryName): number => NAMES.indexOf(name) + 1

/** The fullUrl of an entry, by which other entries refer to it. */
export const fullUrl = (name: EntryName): string =>
  `urn:uuid:${numbered('0ba25000', numberOf(name))}`

/** The id that the Receiver gave a resource when its conversation opened. */
export const receiverId = (name: EntryName): string => numbered('0ba25001', numberOf(name))

/** The Bundle.id of an example message. */
export const BUNDLE_ID = '0ba25002-0000-4000-8000-000000000001'

/** The Bundle.id of the request that an example response answers. */
export const REQUEST_BUNDLE_ID = '0ba25002-0000-4000-8000-000000000002'

/** The X-Request-Id and X-Correlation-Id of an example request. */
export const REQUEST_ID = '0ba25003-0000-4000-8000-000000000001'
export const CORRELATION_ID = '0ba25003-0000-4000-8000-000000000002'

/** The journey of the patient of the examples. */
export const EPISODE_OF_CARE = 'EpisodeOfCare/0ba25004-0000-4000-8000-000000000001'

/** What an example message is to say. */
export interface Example {
  readonly workflow: Workflow
  readonly useCase: UseCase
  /** The service it is for. */
  readonly service: ServiceId
  /** The patient's; undefined for a patient without one. */
  readonly nhsNumber: string | undefined
  /** The id that the Receiver gave the focus; for messages that go on with a conversation. */
  readonly focusId: string | undefined
  /** The id of the Appointment that a referral is linked to. */
  readonly appointmentId: string | undefined
}

/** What every resource of a message begins with. */
export interface Heading {
  readonly id?: string
  readonly meta: Meta
}

/** Writes a resource of an example. */
export type Write<R extends FhirResource = FhirResource> = (example: Example, heading: Heading) => R

/** The day on which examples happen: far ahead, so that their Slots stay in the future. */
export const EXAMPLE_DAY = BOOKED_DAY

/** When examples are sent. */
export const SENT_AT = `${EXAMPLE_DAY}T09:00:00.0000000+00:00`

/** When the Slot of an example starts and ends: the first free one of the ten o'clock session. */
export const SLOT_START = `${EXAMPLE_DAY}T10:00:00+00:00`
export const SLOT_END = `${EXAMPLE_DAY}T10:15:00+00:00`

/** Whether an example is of one of these Applications. */
export const isOf = ({ useCase }: Example, ...applications: readonly Application[]): boolean =>
  isIn(applications, [useCase])

/** Whether an example asks for something to be done for a patient. */
export const isRequest = ({ workflow }: Example): boolean => {
  const { event, definition } = WORKFLOWS[workflow]
  return event === 'servicerequest-request' && definition !== 'servicerequest-request-cancelled'
}

/** A reference to another entry of the message. */
export const referenceTo = (name: EntryName): Reference => ({ reference: fullUrl(name) })

/** A CodeableConcept of one coding. */
export const concept = (system: string, code: string, display: string): CodeableConcept => ({
  coding: [{ system, code, display }],
})

export const SNOMED = 'http://snomed.info/sct'

/** The coding of an example's use case. */
export const useCaseCoding = ({ useCase: code }: Example) => ({
  system: SYSTEMS.useCase,
  code,
  display: USE_CASES[code],
})

// What a request holds beyond the least that its MessageDefinition demands, by Application.
const IN_REQUESTS: readonly (readonly [Application, ...EntryName[]])[] = [
  [3, 'Location', 'Flag'],
  [4, 'Flag'],
  [5, 'Condition', 'Task'],
  [6, 'Location', 'Flag', 'Condition', 'Questionnaire', 'QuestionnaireResponse'],
  [8, 'Condition', 'Task', 'Device'],
]

// Every message names its Sender and Receiver.
const PARTIES: readonly EntryName[] = ['Organization', 'Organization-2']

/** The entries of an example message, in the order they come. */
export const entryNames = (example: Example): readonly EntryName[] => {
  const { definition } = WORKFLOWS[example.workflow]
  const focus: readonly Focus[] = MESSAGE_DEFINITIONS[definition].focus
  const demanded = focus
    .filter(({ min }) => min > 0)
    .flatMap(({ type, min }) => (min > 1 ? [type, `${type}-2`] : [type]))
  const names = new Set<string>([...PARTIES, ...demanded, ...besides(example)])
  return NAMES.filter((name) => names.has(name))
}

const besides = (example: Example): readonly EntryName[] => {
  const { workflow } = example
  if (isRequest(example)) {
    return IN_REQUESTS.flatMap(([application, ...names]) =>
      isOf(example, application) ? names : [],
    )
  }
  if (workflow === 'validation-response-full') return ['Flag']
  return workflow === 'referral-response' ? ['Appointment'] : []
}

const JSON_1 = `${FHIR_JSON}; version=1.0.0`

/** NHSD-Target-Identifier of a target. */
export const targetHeader = (system: string, value: string): string =>
  writeHeaderJson({ value, system })

/** NHSD-End-User-Organisation of an ODS code. */
export const organisationHeader = (odsCode: string): string =>
  writeHeaderJson({
    resourceType: 'Organization',
    identifier: [{ value: odsCode, system: SYSTEMS.odsCode }],
    name: 'Example Sender organisation',
  })

const SOFTWARE = writeHeaderJson({
  resourceType: 'Device',
  identifier: [{ system: 'https://bars-sandbox.example/Id/software', value: 'EXAMPLE-1' }],
  deviceName: [{ name: 'BaRS Sandbox examples', type: 'manufacturer-name' }],
  version: [{ value: '1.0.0' }],
})

/** The headers of every request to the FHIR API, spelt as published. */
export const requestHeaders = (
  target: string | undefined,
  organisation: string,
): Readonly<Record<string, string>> => ({
  [HEADERS.requestId]: REQUEST_ID,
  [HEADERS.correlationId]: CORRELATION_ID,
  ...(target && { [HEADERS.target]: target }),
  [HEADERS.organisation]: organisation,
  [HEADERS.software]: SOFTWARE,
  Accept: JSON_1,
})

/** The headers that a message has besides. */
export const messageHeaders = (useContext: string): Readonly<Record<string, string>> => ({
  'Content-Type': JSON_1,
  [HEADERS.useContext]: useContext,
})
