interface Published {
  readonly id: string
  readonly version: string
  readonly date: string
  readonly name: string
  readonly title: string
  /** As `focusTable` reads it. */
  readonly focus: string
}

/**
 * The nine MessageDefinitions by what follows `bars-message-` in their URL, from the guide's focus
 * tables. Where two share an id there, the second has one of its own here.
 */
export const PUBLISHED: Readonly<Record<string, Published>> = {
  'booking-request': {
    id: '95b337c0-9644-4b5e-accf-246636e55905',
    version: '1.0.0',
    date: '2023-10-16',
    name: 'BookingRequest',
    title: 'New booking',
    focus: `MessageHeader@booking-request 1..1, ServiceRequest@referral 0..1, Patient 1..1
      Location 0..1, Organization 2..*, Practitioner 0..*, PractitionerRole 0..*, Consent 0..*
      HealthcareService 1..1, Appointment 1..1, Slot 1..1, Schedule 1..1`,
  },
  'booking-request-cancelled': {
    id: '95b337c0-9644-4b5e-accf-246636e55906',
    version: '1.0.0',
    date: '2023-10-16',
    name: 'BookingRequestCancelled',
    title: 'Booking cancelled',
    focus: 'MessageHeader@booking-request 1..1, Patient 1..1, Organization 2..*, Appointment 1..1',
  },
  'servicerequest-request-referral': {
    id: '11882ae2-211f-49ee-acbe-e319304d80cd',
    version: '1.0.0',
    date: '2024-04-26',
    name: 'ServicerequestRequestReferral',
    title: 'New or updated referral',
    focus: `MessageHeader@servicerequest-request 1..1, ServiceRequest@referral 1..1, Patient 1..1
      Encounter 1..1, CarePlan 1..1, Location@incident-location 0..1, Location 0..*
      Organization 2..*, Practitioner 1..*, PractitionerRole 1..*, Observation 0..*
      Flag@scene-safety 0..*, Flag@flag 0..*, MedicationStatement 0..*, AllergyIntolerance 0..*
      Questionnaire 0..*, QuestionnaireResponse 0..*, Consent 1..*, HealthcareService 1..*
      Condition 0..*, Task 0..*, Communication 0..*, Procedure 0..*, Device@device 0..1
      RelatedPerson 0..*`,
  },
  'servicerequest-request-cancelled': {
    id: '11882ae2-211f-49ee-acbe-e319304d80ce',
    version: '1.0.0',
    date: '2023-10-16',
    name: 'ServicerequestRequestCancelled',
    title: 'Referral or validation request cancelled',
    focus: `MessageHeader@servicerequest-request 1..1, ServiceRequest@referral 1..1, Patient 1..1
      Organization 2..*`,
  },
  'servicerequest-request-validation': {
    id: '7731af63-04ed-47d9-8f05-e510dece3b3f',
    version: '1.1.0',
    date: '2024-02-26',
    name: 'ServicerequestRequestValidation',
    title: 'New or updated validation request',
    focus: `MessageHeader@servicerequest-request 1..1, ServiceRequest@validation 1..1, Patient 1..1
      Encounter 1..1, CarePlan 1..1, Location 1..1, Organization 2..*, Practitioner 1..*
      PractitionerRole 1..*, Observation 0..*, Flag@scene-safety 0..*, Flag@flag 0..*, Consent 1..*
      MedicationStatement 0..*, AllergyIntolerance 0..*, HealthcareService 1..1`,
  },
  'servicerequest-response-referral': {
    id: '2a2ff4ff-47cd-4094-a95e-e8179e6f48b8',
    version: '1.0.0',
    date: '2023-10-16',
    name: 'ServicerequestResponseReferral',
    title: 'Response to a referral',
    // The guide prints the request's MessageHeader here; a response has that of responses.
    focus: `MessageHeader@servicerequest-response 1..1, ServiceRequest@referral 1..1, Patient 1..1
      Encounter 0..1, CarePlan 0..1, Location 0..1, Organization 2..*, Practitioner 1..*
      PractitionerRole 1..*, Observation 0..*, Flag@scene-safety 0..*, Flag@flag 0..*
      MedicationStatement 0..*, AllergyIntolerance 0..*, QuestionnaireResponse 0..*, Consent 1..*
      HealthcareService 1..1, Appointment 0..1, Condition 0..*, Task 0..*, RelatedPerson 0..*`,
  },
  'servicerequest-response-referral-short': {
    id: 'c925d2af-2903-4760-a6fc-31fb315dd310',
    version: '1.0.0',
    date: '2024-06-17',
    name: 'ServicerequestResponseReferralShort',
    title: 'Short response to a referral',
    focus: `MessageHeader@servicerequest-response 1..1, ServiceRequest@referral 1..1, Patient 1..1
      Encounter 2..2, Organization 2..*, Practitioner 1..*, PractitionerRole 1..*
      HealthcareService 0..*`,
  },
  'servicerequest-response-validation-full': {
    id: '15b429dc-2464-42ca-b401-4c2a5e8320aa',
    version: '1.1.0',
    date: '2023-10-16',
    name: 'ServicerequestResponseValidationFull',
    title: 'Full response to a validation request',
    focus: `MessageHeader@servicerequest-response 1..1, ServiceRequest@validation 1..1, Patient 1..1
      Encounter 2..3, CarePlan 1..1, Location 1..1, Organization 2..*, Practitioner 1..*
      PractitionerRole 1..*, Observation 0..*, Flag@scene-safety 0..*, Flag@flag 0..*
      MedicationStatement 0..*, AllergyIntolerance 0..*, Consent 1..*, HealthcareService 1..1`,
  },
  'servicerequest-response-validation-interim': {
    id: '15b429dc-2464-42ca-b401-4c2a5e8320bb',
    version: '1.1.0',
    date: '2024-01-11',
    name: 'ServicerequestResponseValidationInterim',
    title: 'Interim response to a validation request',
    focus: `MessageHeader@servicerequest-response 1..1, ServiceRequest@validation 1..1, Patient 1..1
      Encounter 2..2, Organization 1..*, Practitioner 1..*, PractitionerRole 1..*
      HealthcareService 0..*`,
  },
}
