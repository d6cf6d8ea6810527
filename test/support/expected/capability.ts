import about from '../../../package.json' with { type: 'json' }
import type { Asked } from './answer.ts'

interface Service {
  /** The id of its CapabilityStatement, and its title after "BaRS Sandbox: ". */
  readonly id: string
  readonly title: string
  readonly server: readonly CapableType[]
  readonly client: readonly CapableType[]
  readonly receives: readonly string[]
  readonly sends: readonly string[]
}

const all = ['Appointment', 'ServiceRequest', 'Slot'] as const
const bookings = ['booking-request', 'booking-request-cancelled']
const referrals = ['servicerequest-request-referral', 'servicerequest-request-cancelled']
const responses = [
  'servicerequest-response-validation-full',
  'servicerequest-response-validation-interim',
]
const toCas = [...referrals, 'servicerequest-request-validation']
const toReferral = ['servicerequest-response-referral']
const everything = [
  ...bookings,
  ...toCas,
  ...responses,
  ...toReferral,
  'servicerequest-response-referral-short',
]

/** What the real simulator's services say that they can do. */
// biome-ignore format: a table reads by column
const SERVICES: Readonly<Record<string, Service>> = {
  '2000011147': { id: 'booking-and-referral-receiver', title: 'booking and referral receiver', server: all, client: [],                 receives: [...bookings, ...referrals], sends: toReferral },
  '2000093816': { id: 'booking-and-referral-sender',   title: 'booking and referral sender',   server: [],  client: all,                receives: toReferral,                  sends: [...bookings, ...referrals] },
  '2000076289': { id: 'referral-receiver',   title: 'referral receiver',   server: ['ServiceRequest'], client: [],                 receives: ['servicerequest-request-referral'], sends: [] },
  '2000003366': { id: 'validation-receiver', title: 'validation receiver', server: ['ServiceRequest'], client: [],                 receives: toCas,                               sends: responses },
  '1374839566': { id: 'validation-sender',   title: 'validation sender',   server: [],                 client: ['ServiceRequest'], receives: responses,                           sends: toCas },
}
const ANY_SERVICE: Service = {
  id: 'any-service',
  title: 'any service',
  server: all,
  client: all,
  receives: everything,
  sends: everything,
}

const supported = (mode: string, names: readonly string[]) =>
  names.map((name) => ({
    mode,
    definition: `https://fhir.nhs.uk/MessageDefinition/bars-message-${name}`,
  }))

const OPERATION = {
  name: 'process-message',
  definition: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message',
}

const rest = (mode: string, types: readonly CapableType[]) => {
  const resource = [RESOURCES.MessageDefinition, ...types.map((type) => RESOURCES[type])]
  return types.length === 0 ? [] : [{ mode, resource, operation: [OPERATION] }]
}

const messagingAt = (base: string, { receives, sends }: Service) => ({
  endpoint: [
    {
      protocol: {
        system: 'http://terminology.hl7.org/CodeSystem/message-transport',
        code: 'http',
      },
      address: `${base}/$process-message`,
    },
  ],
  supportedMessage: [...supported('receiver', receives), ...supported('sender', sends)],
})

/** The CapabilityStatement of a service. */
export const expectedCapability = ({ planted = '', base }: Asked) => {
  const service = SERVICES[planted] ?? ANY_SERVICE
  return {
    resourceType: 'CapabilityStatement',
    id: service.id,
    url: `${base}/metadata`,
    version: '1.5.0',
    name: 'BaRSSandbox',
    title: `BaRS Sandbox: ${service.title}`,
    status: 'active',
    experimental: true,
    date: '2026-07-16',
    kind: 'instance',
    software: { name: 'BaRS Sandbox', version: about.version },
    implementation: { description: 'BaRS Sandbox', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [...rest('server', service.server), ...rest('client', service.client)],
    messaging: [messagingAt(base, service)],
  }
}

const BY_PATIENT = [
  { name: '_id', type: 'token', documentation: 'The id of the resource.' },
  {
    name: 'patient:address-postalcode',
    type: 'string',
    documentation: 'With the name and the date of birth.',
  },
  {
    name: 'patient:birthdate',
    type: 'date',
    documentation: 'With the name and the postcode.',
  },
  { name: 'patient:identifier', type: 'token', documentation: "The patient's NHS number." },
  {
    name: 'patient:name',
    type: 'string',
    documentation: 'With the date of birth and the postcode.',
  },
]

/** What BaRS does with each type of resource: reads by id, and searches with these parameters. */
const RESOURCES = {
  MessageDefinition: {
    type: 'MessageDefinition',
    interaction: [{ code: 'search-type' }],
    searchParam: [
      { name: 'context', type: 'token', documentation: 'The service, and its use case.' },
    ],
  },
  Appointment: {
    type: 'Appointment',
    interaction: [{ code: 'read' }, { code: 'search-type' }],
    searchParam: BY_PATIENT,
  },
  ServiceRequest: {
    type: 'ServiceRequest',
    interaction: [{ code: 'read' }, { code: 'search-type' }],
    searchParam: BY_PATIENT,
  },
  Slot: {
    type: 'Slot',
    interaction: [{ code: 'search-type' }],
    searchInclude: [
      'Slot:schedule',
      'Schedule:actor:HealthcareService',
      'Schedule:actor:Practitioner',
      'Schedule:actor:PractitionerRole',
      'HealthcareService:providedBy',
      'HealthcareService:location',
      'Slot:*',
    ],
    searchParam: [
      { name: 'Schedule.actor:HealthcareService', type: 'token', documentation: 'The service.' },
      { name: 'start', type: 'date', documentation: 'Twice: from (ge or gt) and to (le or lt).' },
      { name: 'status', type: 'token', documentation: 'free, busy or both.' },
    ],
  },
} as const

export type CapableType = Exclude<keyof typeof RESOURCES, 'MessageDefinition'>
