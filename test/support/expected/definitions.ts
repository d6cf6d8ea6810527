import type { Asked } from './answer.ts'
import { PUBLISHED } from './message-definitions.ts'
import { searchsetOf } from './searchset.ts'

/** The names of the use cases: usecases-categories-bars 1.5.0, in its order. */
// biome-ignore format: a table reads by column
const USE_CASE_NAMES = {
  a1t1:  '111 to ED',
  a1t2:  '111 to UTC',
  a1t3:  'IUC CAS to ED',
  a1t4:  'IUC CAS to UTC',
  a1t5:  '999 to ED',
  a1t6:  '999 to UTC',
  a1t7:  '111 to SDEC',
  a1t8:  'IUC CAS to SDEC',
  a1t9:  '999 to SDEC',
  a1t10: '111 to UEC',
  a1t11: 'IUC CAS to UEC',
  a1t12: '999 to UEC',
  a2t1:  '111 Online to ED',
  a2t2:  '111 Online to UTC',
  a2t3:  'S and R to ED',
  a2t4:  'S and R to UTC',
  a2t5:  '111 Online to UEC',
  a2t6:  'S and R to UEC',
  a3t1:  '999 to CAS Referral',
  a4t1:  '999 to CAS Validation',
  a4t2:  '999 to Falls',
  a4t3:  '999 to Community Services',
  a4t4:  '999 to UEC Validation',
  a5t1:  'Primary Care to Community Pharmacy',
  a5t2:  'Primary Care to Pharmacy Contraception',
  a5t3:  'Primary Care to Pharmacy Blood Pressure Check Service',
  referraltopharmacy: 'Primary Care to Pharmacy to Deprecated',
  a6t1:  'CAD to CAD Out of Area Referral',
  a6t2:  'CAD to CAD Call Assist Request',
  a6t3:  'CAD to CAD Mutual Aid Request',
  a7t1:  'Patient Facing Services to Primary Care',
  a8t1:  'AG to e-RS',
  a8t2:  '111 Online to e-RS',
  a8t3:  'nhs.uk to e-RS',
} as const

export type UseCaseCode = keyof typeof USE_CASE_NAMES

const isUseCaseCode = (code: string): code is UseCaseCode => Object.hasOwn(USE_CASE_NAMES, code)

const DOS = 'https://fhir.nhs.uk/Id/dos-service-id'
const USE_CASES = 'https://fhir.nhs.uk/CodeSystem/usecases-categories-bars'
const WORKFLOW = {
  system: 'http://terminology.hl7.org/CodeSystem/usage-context-type',
  code: 'workflow',
}

/** The service whose MessageDefinitions no message satisfies. */
const INVALID = '2000071898'

const positive = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/variant-state', code: 'positive' }],
}

const useContext = (service: string, useCases: readonly UseCaseCode[]) => [
  { code: { system: DOS, code: service }, valueCodeableConcept: positive },
  { code: WORKFLOW, valueCodeableConcept: { coding: [{ system: DOS, code: service }] } },
  ...useCases.map((code) => ({
    code: WORKFLOW,
    valueCodeableConcept: {
      coding: [{ system: USE_CASES, code, display: USE_CASE_NAMES[code] }],
    },
  })),
]

const definition = (suffix: string, useCases: readonly UseCaseCode[], service: string) => {
  const published = PUBLISHED[suffix]
  if (published === undefined) throw new Error(`no MessageDefinition ${suffix}`)
  const { focus, ...rest } = published
  return {
    resourceType: 'MessageDefinition',
    url: `https://fhir.nhs.uk/MessageDefinition/bars-message-${suffix}`,
    status: 'active',
    ...rest,
    useContext: useContext(service, useCases),
    eventCoding: {
      system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars',
      // The URL begins with it.
      code: suffix.split('-').slice(0, 2).join('-'),
    },
    focus: [
      ...focusTable(focus),
      ...(service === INVALID ? [focusOf('Invoice@invoice 1..1')] : []),
    ],
  }
}

/** The searchset of MessageDefinitions of a service. */
export const expectedDefinitions = ({ planted = '', base }: Asked) =>
  searchsetOf({
    base,
    self: `${base}/MessageDefinition?context=${encodeURIComponent(`${DOS}|${planted}`)}`,
    matches: offersOf(planted).map(([name, useCases]) =>
      definition(name, useCases, planted === 'BAD' ? INVALID : planted),
    ),
    included: [],
  })

const BARS = 'https://fhir.nhs.uk/StructureDefinition/BARS'
const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-'
const R4 = 'http://hl7.org/fhir/StructureDefinition/'

/** The profiles that are not UK Core's, by what stands after the `@` of a focus table. */
const PROFILES: Readonly<Record<string, string>> = {
  message: `${BARS}BundleMessage`,
  'booking-request': `${BARS}MessageHeader-booking-request`,
  'servicerequest-request': `${BARS}MessageHeader-servicerequest-request`,
  'servicerequest-response': `${BARS}MessageHeader-servicerequest-response`,
  referral: `${BARS}ServiceRequest-request-referral`,
  validation: `${BARS}ServiceRequest-request-validation`,
  'scene-safety': `${BARS}Flag-scene-safety`,
  // Published at this host, unlike the others of BaRS.
  'incident-location': 'https://fhir.hl7.org.uk/StructureDefinition/BARSLocation-incident-location',
  flag: `${R4}Flag`,
  device: `${R4}Device`,
  invoice: `${R4}Invoice`,
}

/** One row of a focus table as FHIR: `Type 1..1`, or `Type@profile 0..*`. */
const focusOf = (row: string) => {
  const [, code = '', name, min, max] = /^(\w+)(?:@([\w-]+))? (\d)\.\.(\d|\*)$/.exec(row) ?? []
  const profile = name === undefined ? `${UK_CORE}${code}` : PROFILES[name]
  if (min === undefined || profile === undefined) throw new Error(`not a row of focus: ${row}`)
  return { code, profile, min: Number(min), max }
}

/** A focus table, written as the guide's: rows parted by commas or lines, the Bundle left out. */
const focusTable = (table: string) =>
  ['Bundle@message 1..1', ...table.split(/[,\n]/)].map((row) => focusOf(row.trim()))

/** A MessageDefinition on offer, for those use cases. */
type Offer = readonly [name: string, useCases: readonly UseCaseCode[]]

const urgent = ['a1t1', 'a1t3', 'a2t1', 'a2t3'] as const
const validation = ['a4t1', 'a4t2', 'a4t3', 'a4t4'] as const
const cad = ['a6t1', 'a6t2', 'a6t3'] as const
const pharmacy = ['a5t1', 'referraltopharmacy'] as const
const EVERY_USE_CASE = Object.keys(USE_CASE_NAMES).filter(isUseCaseCode)

/** What a service of which nothing is published offers: all nine, for every use case. */
const EVERYTHING: readonly Offer[] = [
  ['booking-request', EVERY_USE_CASE],
  ['booking-request-cancelled', EVERY_USE_CASE],
  ['servicerequest-request-referral', EVERY_USE_CASE],
  ['servicerequest-request-cancelled', EVERY_USE_CASE],
  ['servicerequest-request-validation', EVERY_USE_CASE],
  ['servicerequest-response-referral', EVERY_USE_CASE],
  ['servicerequest-response-referral-short', EVERY_USE_CASE],
  ['servicerequest-response-validation-full', EVERY_USE_CASE],
  ['servicerequest-response-validation-interim', EVERY_USE_CASE],
]

/** What the real simulator's services offer, by what is planted in `context`. */
const OFFERS: Readonly<Record<string, readonly Offer[]>> = {
  '2000011147': [
    ['servicerequest-request-referral', urgent],
    ['servicerequest-request-cancelled', urgent],
    ['booking-request', urgent],
    ['booking-request-cancelled', urgent],
  ],
  '2000093816': [['servicerequest-response-referral', urgent]],
  '2000076289': [
    ['servicerequest-request-referral', [...urgent, 'a1t5', 'a3t1']],
    ['servicerequest-request-cancelled', [...urgent, 'a1t5', 'a3t1']],
  ],
  '2000003366': [
    ['servicerequest-request-validation', validation],
    ['servicerequest-request-referral', ['a3t1']],
    ['servicerequest-request-cancelled', [...validation, 'a3t1']],
  ],
  '1374839566': [
    ['servicerequest-response-validation-full', validation],
    ['servicerequest-response-validation-interim', validation],
  ],
  '2000070513': [
    ['servicerequest-request-referral', pharmacy],
    ['servicerequest-request-cancelled', pharmacy],
  ],
  '2000159909': [
    ['servicerequest-request-referral', cad],
    ['servicerequest-request-cancelled', cad],
    ['servicerequest-response-referral-short', cad],
    ['servicerequest-response-referral', cad],
  ],
}

/** The MessageDefinitions of a service, in the order they are answered. */
const offersOf = (service: string): readonly Offer[] => OFFERS[service] ?? EVERYTHING
