import type { Application } from '../../../src/bars/applications.ts'
import { ALL_WORKFLOWS, type Workflow } from '../../../src/bars/workflow.ts'

/**
 * What a message of the examples holds and may do without, by name; a star stands for all that is
 * within. Everything else that is taken out must be a violation.
 */
const ANYWHERE = [
  'Bundle.entry[](Questionnaire)',
  'Bundle.entry[](QuestionnaireResponse)',
  'CarePlan.id',
  'Condition.clinicalStatus.coding[].display',
  'Condition.clinicalStatus.coding[].system',
  'Condition.id',
  'Condition.verificationStatus.coding[]*',
  'Consent.id',
  'Consent.policyRule.coding[].display',
  'Consent.scope.coding[].display',
  'Encounter.id',
  'Encounter.identifier*',
  'Flag.id',
  // One of two is enough.
  'Flag.meta.profile[]',
  'Location.address*',
  'Location.id',
  'Location.name',
  'Location.position',
  'MessageHeader.source.contact*',
  'MessageHeader.source.software',
  'MessageHeader.source.version',
  'Organization.id',
  'Patient.address[].city',
  'Patient.birthDate',
  'Patient.contact[].telecom[].use',
  'Patient.gender',
  'Patient.id',
  'Practitioner.id',
  'Practitioner.identifier',
  'Practitioner.name*',
  'PractitionerRole.code*',
  'PractitionerRole.id',
  'PractitionerRole.organization*',
  'Questionnaire.id',
  'Questionnaire.item[].answerOption[].valueCoding.display',
  'Questionnaire.item[].answerOption[].valueCoding.system',
  'QuestionnaireResponse.id',
  'QuestionnaireResponse.item[].answer[].valueCoding.display',
  'QuestionnaireResponse.item[].answer[].valueCoding.system',
  'Schedule.active',
  'Schedule.id',
  'Slot.id',
  // Only a warning: the national simulator asks for it, the payload tables do not.
  'Patient.name*',
  // Only a warning: the national simulator asks for it.
  'MessageHeader.reason.coding[].display',
  'QuestionnaireResponse.extension[].valueCodeableConcept.text',
  'QuestionnaireResponse.questionnaire',
  // Only a warning: published messages lack it.
  'CarePlan.period*',
  'MessageHeader.extension*',
  'QuestionnaireResponse.subject*',
  // Only a warning: the focus of a change should have its id.
  'Appointment.id',
  'ServiceRequest.id',
] as const

/** In messages of a workflow, of an Application, or of both. */
type Where = Workflow | Application | `${Workflow} ${Application}`

// A new booking or referral without an NHS number selects another scenario.
const WITHOUT_NUMBER = ALL_WORKFLOWS.filter(
  (workflow) => workflow !== 'booking-new' && workflow !== 'referral-new',
)

const ANY_BUT_8: readonly Application[] = [1, 2, 3, 4, 5, 6, 7]

const SOMEWHERE: Readonly<Record<string, readonly Where[]>> = {
  // Only a warning: what a cancel's MessageDefinition does without.
  'Appointment.participant[].actor*': ['referral-response'],
  'Appointment.serviceCategory*': ['booking-cancel', 'referral-response'],
  'Bundle.entry[](Appointment)': ['referral-response'],
  // Only a warning: published messages lack it.
  'Bundle.entry[](Flag)': ['validation-response-full'],
  'CarePlan.activity[].outcomeCodeableConcept': [5],
  'CarePlan.activity[].outcomeCodeableConcept[]': [5],
  'CarePlan.activity[].outcomeCodeableConcept[].text': [5, 8],
  'Condition.category[].coding[].system': [6],
  'Condition.clinicalStatus.coding[]*': [5, 8],
  'Condition.verificationStatus*': [6],
  'Encounter.period*': [1, 2, 5, 8],
  // Only a warning: published messages lack it.
  'Encounter.reasonCode': ['referral-response-short'],
  'Flag.encounter*': [3],
  'HealthcareService.id': [
    'booking-update',
    'referral-update',
    'validation-update',
    'referral-response',
    'validation-response-full',
  ],
  'HealthcareService.providedBy*': [5, 8],
  'Location.meta.profile[]': [3, 6],
  'Location.type*': [3],
  'Organization.identifier*': [5],
  'Patient.address*': ANY_BUT_8,
  'Patient.contact*': ['booking-cancel', 'referral-cancel', 'validation-cancel', 8],
  'Patient.contact[].telecom[].rank': [1, 2, 3, 4, 6, 7],
  'Patient.identifier': WITHOUT_NUMBER,
  'Patient.identifier[]': WITHOUT_NUMBER,
  'Patient.identifier[].extension*': ANY_BUT_8,
  'Patient.identifier[].extension[].valueCodeableConcept.coding[].display': [8],
  'Patient.identifier[].extension[].valueCodeableConcept.coding[].system': [8],
  'Patient.identifier[].system': WITHOUT_NUMBER,
  'Practitioner.identifier*': ['referral-new 2', 5, 8],
  'PractitionerRole.practitioner*': [5, 8],
  'ServiceRequest.authoredOn': ['referral-cancel', 'validation-cancel'],
  'ServiceRequest.code': [8],
  'ServiceRequest.encounter*': ['referral-response-short'],
  'ServiceRequest.occurrencePeriod*': [
    'referral-new 1',
    'referral-new 2',
    'referral-cancel',
    'validation-cancel',
    'referral-response',
    5,
    6,
    8,
  ],
  'ServiceRequest.orderDetail': [8],
  'ServiceRequest.performer*': ['referral-response'],
  'ServiceRequest.requester*': [
    'referral-response',
    'referral-response-short',
    // Only a warning: published messages lack it.
    'validation-response-interim',
    2,
  ],
  'ServiceRequest.supportingInfo*': ['referral-new'],
}

/** What R4 cannot do without where what holds it is sent. */
const NEEDED: readonly string[] = [
  'Appointment.participant[].actor',
  'Condition.clinicalStatus.coding[].code',
  'Condition.verificationStatus.coding[].code',
  'MessageHeader.extension[].extension',
  'MessageHeader.extension[].extension[].url',
  'MessageHeader.extension[].extension[].valueString',
  'MessageHeader.extension[].url',
  'MessageHeader.source.contact.system',
  'Patient.contact[].extension[].url',
  'Patient.contact[].extension[].valuePositiveInt',
  'Patient.contact[].telecom',
  'Patient.contact[].telecom[].system',
  'Patient.identifier[].extension[].url',
  'Patient.identifier[].extension[].valueCodeableConcept',
  'ServiceRequest.code',
]

/** Whether a part of a message of that workflow and Application may be left out. */
export const isOptional = (name: string, workflow: Workflow, application: Application): boolean =>
  !NEEDED.includes(name) &&
  (ANYWHERE.some((each) => covers(each, name)) ||
    Object.entries(SOMEWHERE).some(
      ([each, where]) =>
        covers(each, name) &&
        [workflow, application, `${workflow} ${application}` as const].some((here) =>
          where.includes(here),
        ),
    ))

const covers = (pattern: string, name: string): boolean => {
  if (!pattern.endsWith('*')) return pattern === name
  const root = pattern.slice(0, -1)
  return name === root || name.startsWith(`${root}.`) || name.startsWith(`${root}[`)
}
