import { remember } from '../../bars/remember.ts'

const HL7 = 'http://hl7.org/fhir/StructureDefinition'
const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition'
const BARS = 'https://fhir.nhs.uk/StructureDefinition'

/** The types that have a profile of UK Core STU1 which BaRS messages name. */
const UK_CORE_TYPES = [
  'AllergyIntolerance',
  'Appointment',
  'Bundle',
  'CarePlan',
  'Communication',
  'Condition',
  'Consent',
  'Device',
  'Encounter',
  'Flag',
  'HealthcareService',
  'Location',
  'MedicationStatement',
  'Observation',
  'Organization',
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Procedure',
  'Questionnaire',
  'QuestionnaireResponse',
  'RelatedPerson',
  'Schedule',
  'Slot',
  'Task',
] as const

/** The profiles of BaRS, by the type they are of; those named must be, where they are all there is. */
const BARS_PROFILES: Readonly<Record<string, readonly string[]>> = {
  Bundle: [`${BARS}/BARSBundleMessage`],
  Flag: [`${BARS}/BARSFlag-scene-safety`],
  Location: [`${UK_CORE}/BARSLocation-incident-location`],
  MessageHeader: [
    `${BARS}/BARSMessageHeader-booking-request`,
    `${BARS}/BARSMessageHeader-servicerequest-request`,
    `${BARS}/BARSMessageHeader-servicerequest-response`,
  ],
  ServiceRequest: [
    `${BARS}/BARSServiceRequest-request-referral`,
    `${BARS}/BARSServiceRequest-request-validation`,
  ],
}

const isUkCoreType = (type: string): boolean => UK_CORE_TYPES.some((each) => each === type)

/** The profiles that a resource of a type may name, the one that BaRS asks for first. */
export const profilesOf = remember((type: string): readonly string[] => [
  ...(Object.hasOwn(BARS_PROFILES, type) ? (BARS_PROFILES[type] ?? []) : []),
  ...(isUkCoreType(type) ? [`${UK_CORE}/UKCore-${type}`] : []),
  `${HL7}/${type}`,
])

/** Where the profiles live that the standard's publishers alone can make. */
export const PUBLISHERS = [`${HL7}/`, `${UK_CORE}/`, `${BARS}/`] as const

/** The profile of a message's Bundle. */
export const BUNDLE_PROFILE = `${BARS}/BARSBundleMessage`
