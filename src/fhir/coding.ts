import { list, text } from './json.ts'

/** Codes of R4 that a message may carry, by what they are codes of. */
// biome-ignore format: a table reads by column
export const CODES = {
  bundleType: ['document', 'message', 'transaction', 'transaction-response', 'batch', 'batch-response', 'history', 'searchset', 'collection'],
  appointmentStatus: ['proposed', 'pending', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow', 'entered-in-error', 'checked-in', 'waitlist'],
  requestStatus: ['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown'],
  slotStatus: ['busy', 'free', 'busy-unavailable', 'busy-tentative', 'entered-in-error'],
  resourceType: [
    'Account', 'ActivityDefinition', 'AdverseEvent', 'AllergyIntolerance', 'Appointment', 'AppointmentResponse', 'AuditEvent',
    'Basic', 'Binary', 'BiologicallyDerivedProduct', 'BodyStructure', 'Bundle', 'CapabilityStatement', 'CarePlan', 'CareTeam',
    'CatalogEntry', 'ChargeItem', 'ChargeItemDefinition', 'Claim', 'ClaimResponse', 'ClinicalImpression', 'CodeSystem',
    'Communication', 'CommunicationRequest', 'CompartmentDefinition', 'Composition', 'ConceptMap', 'Condition', 'Consent',
    'Contract', 'Coverage', 'CoverageEligibilityRequest', 'CoverageEligibilityResponse', 'DetectedIssue', 'Device',
    'DeviceDefinition', 'DeviceMetric', 'DeviceRequest', 'DeviceUseStatement', 'DiagnosticReport', 'DocumentManifest',
    'DocumentReference', 'EffectEvidenceSynthesis', 'Encounter', 'Endpoint', 'EnrollmentRequest', 'EnrollmentResponse',
    'EpisodeOfCare', 'EventDefinition', 'Evidence', 'EvidenceVariable', 'ExampleScenario', 'ExplanationOfBenefit',
    'FamilyMemberHistory', 'Flag', 'Goal', 'GraphDefinition', 'Group', 'GuidanceResponse', 'HealthcareService', 'ImagingStudy',
    'Immunization', 'ImmunizationEvaluation', 'ImmunizationRecommendation', 'ImplementationGuide', 'InsurancePlan', 'Invoice',
    'Library', 'Linkage', 'List', 'Location', 'Measure', 'MeasureReport', 'Media', 'Medication', 'MedicationAdministration',
    'MedicationDispense', 'MedicationKnowledge', 'MedicationRequest', 'MedicationStatement', 'MedicinalProduct',
    'MedicinalProductAuthorization', 'MedicinalProductContraindication', 'MedicinalProductIndication',
    'MedicinalProductIngredient', 'MedicinalProductInteraction', 'MedicinalProductManufactured', 'MedicinalProductPackaged',
    'MedicinalProductPharmaceutical', 'MedicinalProductUndesirableEffect', 'MessageDefinition', 'MessageHeader',
    'MolecularSequence', 'NamingSystem', 'NutritionOrder', 'Observation', 'ObservationDefinition', 'OperationDefinition',
    'OperationOutcome', 'Organization', 'OrganizationAffiliation', 'Parameters', 'Patient', 'PaymentNotice',
    'PaymentReconciliation', 'Person', 'PlanDefinition', 'Practitioner', 'PractitionerRole', 'Procedure', 'Provenance',
    'Questionnaire', 'QuestionnaireResponse', 'RelatedPerson', 'RequestGroup', 'ResearchDefinition',
    'ResearchElementDefinition', 'ResearchStudy', 'ResearchSubject', 'RiskAssessment', 'RiskEvidenceSynthesis', 'Schedule',
    'SearchParameter', 'ServiceRequest', 'Slot', 'Specimen', 'SpecimenDefinition', 'StructureDefinition', 'StructureMap',
    'Subscription', 'Substance', 'SubstanceNucleicAcid', 'SubstancePolymer', 'SubstanceProtein',
    'SubstanceReferenceInformation', 'SubstanceSourceMaterial', 'SubstanceSpecification', 'SupplyDelivery', 'SupplyRequest',
    'Task', 'TerminologyCapabilities', 'TestReport', 'TestScript', 'ValueSet', 'VerificationResult', 'VisionPrescription',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** Whether R4 has a type of resource. */
export const isResourceType = (type: string): boolean =>
  CODES.resourceType.some((each) => each === type)

/** Whether two system URLs name one system: published messages mix `http`/`https` and letter case. */
export const sameSystem = (received: string | undefined, system: string): boolean =>
  received === system ||
  (received !== undefined &&
    // They differ by the "s" of "https" at most: most that differ need no more than that.
    Math.abs(received.length - system.length) <= 1 &&
    canonicalSystem(received) === canonicalSystem(system))

/** A system's URL as all its spellings are read. */
export const canonicalSystem = (url: string): string =>
  url.toLowerCase().replace(/^http:/, 'https:')

/** What `items` in `system` say at `key`: distinct and sorted, so that their order never matters. */
const saidIn = (items: readonly unknown[], system: string, key: string): readonly string[] => {
  const said = new Set<string>()
  for (const item of items) {
    const value = sameSystem(text(item, 'system'), system) ? text(item, key) : undefined
    if (value !== undefined) said.add(value)
  }
  return [...said].sort()
}

/** The codes in `system` of a CodeableConcept, or a list of them, at `key`. */
export const conceptCodes = (element: unknown, key: string, system: string): readonly string[] =>
  saidIn(
    list(element, key).flatMap((concept) => list(concept, 'coding')),
    system,
    'code',
  )

/** The codes in `system` of a Coding, or a list of them, at `key`. */
export const codingCodes = (element: unknown, key: string, system: string): readonly string[] =>
  saidIn(list(element, key), system, 'code')

/** The distinct values of the Identifiers at `key` in `system`, sorted. */
export const identifierValues = (
  element: unknown,
  key: string,
  system: string,
): readonly string[] => saidIn(list(element, key), system, 'value')
