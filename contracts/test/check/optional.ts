import { ALL_WORKFLOWS, type Workflow } from '../../../src/bars/workflow.ts'

/**
 * What a message of the examples holds and may do without, by name; a star stands for all that is
 * within. Everything else that is taken out must be a violation.
 */
const ANYWHERE = [
  'CarePlan.id',
  'Condition.category[].coding[].system',
  'Condition.clinicalStatus.coding[].display',
  'Condition.clinicalStatus.coding[].system',
  'Condition.id',
  'Consent.id',
  'Consent.policyRule.coding[].display',
  'Consent.scope.coding[].display',
  'Encounter.id',
  'Encounter.reasonCode',
  'Flag.id',
  'Location.address*',
  'Location.id',
  'Location.name',
  'Location.position',
  'Location.type',
  'MessageHeader.source.contact*',
  'MessageHeader.source.software',
  'MessageHeader.source.version',
  'Organization.id',
  'Patient.address*',
  'Patient.birthDate',
  'Patient.contact[].telecom[].rank',
  'Patient.contact[].telecom[].use',
  'Patient.gender',
  'Patient.id',
  'Practitioner.id',
  'Practitioner.identifier',
  'Practitioner.name*',
  'PractitionerRole.code*',
  'PractitionerRole.id',
  'PractitionerRole.organization*',
  'Schedule.active',
  'Schedule.id',
  'Slot.id',
  // Only a warning: the national simulator asks for it, the payload tables do not.
  'Patient.name*',
  // Only a warning: the national simulator asks for it.
  'MessageHeader.reason.coding[].display',
  // Only a warning: published messages lack it.
  'CarePlan.period*',
  // Only a warning: the focus of a change should have its id.
  'Appointment.id',
  'ServiceRequest.id',
  // Only a warning: an NHS number should have its status.
  'Patient.identifier[].extension*',
] as const

// A new booking or referral without an NHS number selects another scenario.
const WITHOUT_NUMBER = ALL_WORKFLOWS.filter(
  (workflow) => workflow !== 'booking-new' && workflow !== 'referral-new',
)

const SOMEWHERE: Readonly<Record<string, readonly Workflow[]>> = {
  'Appointment.end': ['booking-cancel', 'referral-response'],
  'Appointment.serviceCategory*': ['booking-cancel', 'referral-response'],
  'Appointment.start': ['booking-cancel', 'referral-response'],
  'Bundle.entry[](Appointment)': ['referral-response'],
  // Only a warning: published messages lack it.
  'Bundle.entry[](Flag)': ['validation-response-full'],
  'Encounter.period*': ['referral-new'],
  'HealthcareService.id': [
    'booking-update',
    'referral-update',
    'validation-update',
    'referral-response',
    'validation-response-full',
  ],
  'Patient.contact*': ['booking-cancel', 'referral-cancel', 'validation-cancel'],
  'Patient.identifier': WITHOUT_NUMBER,
  'Patient.identifier[]': WITHOUT_NUMBER,
  'Patient.identifier[].system': WITHOUT_NUMBER,
  'ServiceRequest.authoredOn': ['referral-cancel', 'validation-cancel'],
  'ServiceRequest.encounter*': ['referral-response-short'],
  'ServiceRequest.occurrencePeriod*': [
    'referral-new',
    'referral-update',
    'referral-cancel',
    'validation-cancel',
    'referral-response',
    'referral-response-short',
  ],
  'ServiceRequest.performer*': ['referral-response'],
  'ServiceRequest.requester*': [
    'referral-response',
    'referral-response-short',
    // Only a warning: published messages lack it.
    'validation-response-interim',
  ],
  'ServiceRequest.supportingInfo*': ['referral-new'],
}

/** Whether a part of a message of that workflow may be left out. */
export const isOptional = (name: string, workflow: Workflow): boolean =>
  ANYWHERE.some((each) => covers(each, name)) ||
  Object.entries(SOMEWHERE).some(
    ([each, workflows]) => covers(each, name) && workflows.includes(workflow),
  )

const covers = (pattern: string, name: string): boolean => {
  if (!pattern.endsWith('*')) return pattern === name
  const root = pattern.slice(0, -1)
  return name === root || name.startsWith(`${root}.`) || name.startsWith(`${root}[`)
}
