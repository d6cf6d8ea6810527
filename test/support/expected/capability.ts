import { expect } from 'vitest'
import type { Asked } from './answer.ts'

interface Service {
  readonly server: readonly string[]
  readonly client: readonly string[]
  readonly receives: readonly string[]
  readonly sends: readonly string[]
}

const all = ['Appointment', 'ServiceRequest', 'Slot']
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
const SERVICES: Readonly<Record<string, Service>> = {
  '2000011147': {
    server: all,
    client: [],
    receives: [...bookings, ...referrals],
    sends: toReferral,
  },
  '2000093816': {
    server: [],
    client: all,
    receives: toReferral,
    sends: [...bookings, ...referrals],
  },
  '2000076289': {
    server: ['ServiceRequest'],
    client: [],
    receives: referrals.slice(0, 1),
    sends: [],
  },
  '2000003366': { server: ['ServiceRequest'], client: [], receives: toCas, sends: responses },
  '1374839566': { server: [], client: ['ServiceRequest'], receives: responses, sends: toCas },
}
const ANY_SERVICE: Service = { server: all, client: all, receives: everything, sends: everything }

const supported = (mode: string, names: readonly string[]) =>
  names.map((name) => ({
    mode,
    definition: `https://fhir.nhs.uk/MessageDefinition/bars-message-${name}`,
  }))

const rest = (mode: string, types: readonly string[]) =>
  types.length === 0
    ? []
    : [
        {
          mode,
          resource: ['MessageDefinition', ...types].map((type) =>
            expect.objectContaining({ type }),
          ),
          operation: [
            {
              name: 'process-message',
              definition: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message',
            },
          ],
        },
      ]

/** The CapabilityStatement of a service. */
export const expectedCapability = ({ planted = '', base }: Asked) => {
  const { server, client, receives, sends } = SERVICES[planted] ?? ANY_SERVICE
  return {
    resourceType: 'CapabilityStatement',
    id: expect.any(String),
    url: `${base}/metadata`,
    version: '1.5.0',
    name: 'BaRSSandbox',
    title: expect.stringMatching(/^BaRS Sandbox: /),
    status: 'active',
    experimental: true,
    date: '2026-07-16',
    kind: 'instance',
    software: { name: 'BaRS Sandbox', version: expect.any(String) },
    implementation: { description: 'BaRS Sandbox', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [...rest('server', server), ...rest('client', client)],
    messaging: [
      {
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
      },
    ],
  }
}
