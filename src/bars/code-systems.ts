/** Systems of codes and identifiers, byte for byte as published. */
export const SYSTEMS = {
  event: 'https://fhir.nhs.uk/CodeSystem/message-events-bars',
  reason: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars',
  category: 'https://fhir.nhs.uk/CodeSystem/message-category-servicerequest',
  useCase: 'https://fhir.nhs.uk/CodeSystem/usecases-categories-bars',
  // Small "s" in Codesystem: what every published example and the real simulator send.
  errorCode: 'https://fhir.nhs.uk/Codesystem/http-error-codes',
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
  odsCode: 'https://fhir.nhs.uk/Id/ods-organization-code',
  dosService: 'https://fhir.nhs.uk/Id/dos-service-id',
} as const

/** Systems of DoS services: BaRS 1.9.0 renamed the first, and older messages still name it. */
export const SERVICE_SYSTEMS = [
  'https://fhir.nhs.uk/CodeSystem/dos-id',
  SYSTEMS.dosService,
] as const

/** Events of message-events-bars 1.0.0; no workflow has `booking-response`. */
export const MESSAGE_EVENTS = [
  'booking-request',
  'booking-response',
  'servicerequest-request',
  'servicerequest-response',
] as const

/** What the codes of message-reason-bars 1.1.0 are called. */
export const MESSAGE_REASONS = { new: 'New', update: 'Update', delete: 'Delete' } as const

/** Use cases of the Applications: usecases-categories-bars 1.5.0. */
export const USE_CASES = {
  a1t1: '111 to ED',
  a1t2: '111 to UTC',
  a1t3: 'IUC CAS to ED',
  a1t4: 'IUC CAS to UTC',
  a1t5: '999 to ED',
  a1t6: '999 to UTC',
  a1t7: '111 to SDEC',
  a1t8: 'IUC CAS to SDEC',
  a1t9: '999 to SDEC',
  a1t10: '111 to UEC',
  a1t11: 'IUC CAS to UEC',
  a1t12: '999 to UEC',
  a2t1: '111 Online to ED',
  a2t2: '111 Online to UTC',
  a2t3: 'S and R to ED',
  a2t4: 'S and R to UTC',
  a2t5: '111 Online to UEC',
  a2t6: 'S and R to UEC',
  a3t1: '999 to CAS Referral',
  a4t1: '999 to CAS Validation',
  a4t2: '999 to Falls',
  a4t3: '999 to Community Services',
  a4t4: '999 to UEC Validation',
  a5t1: 'Primary Care to Community Pharmacy',
  a5t2: 'Primary Care to Pharmacy Contraception',
  a5t3: 'Primary Care to Pharmacy Blood Pressure Check Service',
  referraltopharmacy: 'Primary Care to Pharmacy to Deprecated',
  a6t1: 'CAD to CAD Out of Area Referral',
  a6t2: 'CAD to CAD Call Assist Request',
  a6t3: 'CAD to CAD Mutual Aid Request',
  a7t1: 'Patient Facing Services to Primary Care',
  a8t1: 'AG to e-RS',
  a8t2: '111 Online to e-RS',
  a8t3: 'nhs.uk to e-RS',
} as const

export type UseCase = keyof typeof USE_CASES

/** The two kinds of ServiceRequest a message may carry. */
export const CATEGORIES = { referral: 'Transfer of Care', validation: 'For Validation' } as const

export type Category = keyof typeof CATEGORIES

const isCategory = (code: string): code is Category => Object.hasOwn(CATEGORIES, code)

export const ALL_CATEGORIES: readonly Category[] = Object.keys(CATEGORIES).filter(isCategory)
