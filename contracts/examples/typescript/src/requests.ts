/** Requests as plain data, with the headers of BaRS; nothing here touches the network. */

import { type Bundle, IDS, type Message } from './fhir.ts'
import { SERVICE } from './message.ts'
import { ENCODING } from './mistakes.ts'

export interface BarsRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Bundle
}

const FHIR = 'application/fhir+json; version=1.0.0'
const HOUR_MS = 3_600_000

/** The free Slots of the next week. */
export const slotSearch = (odsCode: string): BarsRequest => {
  const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()
  const query = new URLSearchParams([
    ['Schedule.actor:HealthcareService', SERVICE],
    ['status', 'free'],
    ['start', `ge${inHours(1)}`],
    ['start', `le${inHours(7 * 24)}`],
    ['_include', 'Slot:schedule'],
    ['_include', 'Schedule:actor:HealthcareService'],
  ])
  return { method: 'GET', path: `/Slot?${query}`, headers: headers(odsCode) }
}

export const processMessage = (odsCode: string, { useContext, bundle }: Message): BarsRequest => ({
  method: 'POST',
  path: '/$process-message',
  headers: { ...headers(odsCode), 'Content-Type': FHIR, 'use-context': useContext },
  body: bundle,
})

const headers = (odsCode: string) => ({
  'X-Request-Id': crypto.randomUUID(),
  'X-Correlation-Id': crypto.randomUUID(),
  'NHSD-Target-Identifier': base64Json({ system: `${IDS}/dos-service-id`, value: SERVICE }),
  'NHSD-End-User-Organisation': base64Json({
    resourceType: 'Organization',
    identifier: [{ system: `${IDS}/ods-organization-code`, value: odsCode }],
    name: 'Calder Telehealth',
  }),
  'NHSD-Requesting-Software': base64Json({
    resourceType: 'Device',
    identifier: [{ system: 'https://calder.example/Id/software', value: 'C4' }],
    deviceName: [{ name: 'Calder', type: 'manufacturer-name' }],
    version: [{ value: '4.2.0' }],
  }),
  Accept: FHIR,
})

const base64Json = (value: object): string => Buffer.from(JSON.stringify(value)).toString(ENCODING)
