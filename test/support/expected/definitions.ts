import { expect } from 'vitest'
import type { Asked } from './answer.ts'
import { anInstant, aUuid } from './matchers.ts'

const urgent = ['a1t1', 'a1t3', 'a2t1', 'a2t3']
const validation = ['a4t1', 'a4t2', 'a4t3', 'a4t4']
const cad = ['a6t1', 'a6t2', 'a6t3']
const pharmacy = ['a5t1', 'referraltopharmacy']
const EVERY_USE_CASE = 34

type Offer = readonly [name: string, useCases: readonly string[] | typeof EVERY_USE_CASE]

const EVERYTHING: readonly Offer[] = [
  'booking-request',
  'booking-request-cancelled',
  'servicerequest-request-referral',
  'servicerequest-request-cancelled',
  'servicerequest-request-validation',
  'servicerequest-response-referral',
  'servicerequest-response-referral-short',
  'servicerequest-response-validation-full',
  'servicerequest-response-validation-interim',
].map((name) => [name, EVERY_USE_CASE])

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

const DOS = 'https://fhir.nhs.uk/Id/dos-service-id'
const USE_CASES = 'https://fhir.nhs.uk/CodeSystem/usecases-categories-bars'
const WORKFLOW = {
  system: 'http://terminology.hl7.org/CodeSystem/usage-context-type',
  code: 'workflow',
}

const positive = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/variant-state', code: 'positive' }],
}

const useContext = (service: string, useCases: Offer[1]) => {
  const forService = [
    { code: { system: DOS, code: service }, valueCodeableConcept: positive },
    { code: WORKFLOW, valueCodeableConcept: { coding: [{ system: DOS, code: service }] } },
  ]
  if (typeof useCases === 'number') return expect.objectContaining({ length: useCases + 2 })
  return [
    ...forService,
    ...useCases.map((code) => ({
      code: WORKFLOW,
      valueCodeableConcept: { coding: [{ system: USE_CASES, code, display: expect.any(String) }] },
    })),
  ]
}

const INVOICE = expect.objectContaining({ code: 'Invoice', min: 1, max: '1' })
const BUNDLE = expect.objectContaining({ code: 'Bundle', min: 1, max: '1' })
const HEADER = expect.objectContaining({ code: 'MessageHeader', min: 1, max: '1' })

const definition = ([name, useCases]: Offer, service: string) => ({
  resourceType: 'MessageDefinition',
  id: aUuid(),
  url: `https://fhir.nhs.uk/MessageDefinition/bars-message-${name}`,
  version: expect.stringMatching(/^1\.\d\.0$/),
  name: expect.stringMatching(/^[A-Z][A-Za-z]+$/),
  title: expect.stringMatching(/\S/),
  status: 'active',
  date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  useContext: useContext(service, useCases),
  eventCoding: {
    system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars',
    code: name.split('-').slice(0, 2).join('-'),
  },
  focus:
    service === '2000071898'
      ? expect.arrayContaining([BUNDLE, HEADER, INVOICE])
      : expect.arrayContaining([BUNDLE, HEADER]),
})

/** The searchset of MessageDefinitions of a service. */
export const expectedDefinitions = ({ planted = '', base }: Asked) => {
  const offers = OFFERS[planted] ?? EVERYTHING
  return {
    resourceType: 'Bundle',
    id: aUuid(),
    meta: {
      lastUpdated: anInstant(),
      profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Bundle'],
    },
    type: 'searchset',
    timestamp: anInstant(),
    total: offers.length,
    link: [
      {
        relation: 'self',
        url: `${base}/MessageDefinition?context=${encodeURIComponent(`${DOS}|${planted}`)}`,
      },
    ],
    entry: offers.map((offer) => ({
      fullUrl: expect.stringContaining(`${base}/MessageDefinition/`),
      resource: definition(offer, planted),
      search: { mode: 'match' },
    })),
  }
}
