import {
  messageHeaders,
  organisationHeader,
  requestHeaders,
  targetHeader,
} from '../../../src/examples/example.ts'
import { exampleMessage } from '../../../src/examples/message.ts'
import { edited } from '../edit-message.ts'
import { type Asked, focusType, type Message, type Workflow } from './asked.ts'
import type { Address } from './world.ts'

const ORIGIN = 'https://sandbox.test'
const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number'
const FHIR = '/booking-and-referral/FHIR/R4'
const TARGET = targetHeader('https://fhir.nhs.uk/Id/dos-service-id', '2000072489')

/** A request of the model as HTTP, to an organisation whose ODS code may be in small letters. */
export const requestTo = ({ space, odsCode }: Address, asked: Asked): Request => {
  const base = space === 'public' ? ORIGIN : `${ORIGIN}/s/${space}`
  if (asked.kind === 'message') {
    return new Request(`${base}${FHIR}/$process-message`, {
      method: 'POST',
      headers: {
        ...headersOf(odsCode),
        ...messageHeaders('a1t1|referral|servicerequest-request|new'),
      },
      body: messageText(asked),
    })
  }
  if (asked.kind === 'read') {
    const headers = asked.isAnonymous ? ANONYMOUS : headersOf(odsCode)
    return new Request(`${base}${FHIR}/${asked.type}/${asked.id}`, { headers })
  }
  if (asked.kind === 'search') {
    const headers = asked.isAnonymous ? ANONYMOUS : headersOf(odsCode)
    const number = encodeURIComponent(`${NHS_NUMBER}|${asked.patient.nhsNumber}`)
    return new Request(`${base}${FHIR}/${asked.type}?patient:identifier=${number}`, { headers })
  }
  const url = `${base}/_sandbox/organisations/${odsCode}`
  if (asked.kind === 'put') {
    return new Request(`${url}/state`, {
      method: 'PUT',
      body: JSON.stringify({ state: asked.state }),
    })
  }
  return new Request(url, { method: asked.kind === 'reset' ? 'DELETE' : 'GET' })
}

const HEADERS = new Map<string, Readonly<Record<string, string>>>()

// Written once for each organisation: base64 is slow.
const headersOf = (odsCode: string) => {
  const headers = HEADERS.get(odsCode) ?? requestHeaders(TARGET, organisationHeader(odsCode))
  HEADERS.set(odsCode, headers)
  return headers
}

const { 'NHSD-End-User-Organisation': _organisation, ...ANONYMOUS } = headersOf('ANY')

// Each workflow's message is written once; a request only puts its own values in for these.
const ID = '"id":"@id",'
const LINKS = '"@links"'
const PATIENT = '"identifier":"@patient",'
const REASON = '@reason'
const STATUS = '@status'

const template = (workflow: Workflow): string => {
  const focus = focusType(workflow)
  const message = exampleMessage({
    workflow,
    useCase: 'a1t1',
    service: '2000072489',
    nhsNumber: '9990000026',
    focusId: '@id',
    appointmentId: undefined,
  })
  const entry = message.entry?.filter(({ resource }) => isNeeded(resource?.resourceType, focus))
  return JSON.stringify(
    edited(
      { ...message, entry },
      {
        'MessageHeader.reason.coding.0.code': REASON,
        [`${focus}.status`]: STATUS,
        ...(focus === 'ServiceRequest' && { 'ServiceRequest.supportingInfo': '@links' }),
        'Patient.identifier': '@patient',
      },
    ),
  )
}

// The least that the machine reads, so that many requests fit into a minute.
const isNeeded = (type: string | undefined, focus: string): boolean =>
  type === focus || type === 'MessageHeader' || type === 'Patient'

const TEMPLATES: Readonly<Record<Workflow, string>> = {
  'booking-new': template('booking-new'),
  'booking-update': template('booking-update'),
  'booking-cancel': template('booking-cancel'),
  'referral-new': template('referral-new'),
  'referral-update': template('referral-update'),
  'referral-cancel': template('referral-cancel'),
}

/** A message as JSON. */
const messageText = ({ workflow, patient, id, links, reason, status }: Message): string =>
  TEMPLATES[workflow]
    .replace(ID, id.sent === null ? '' : `"id":${JSON.stringify(id.sent)},`)
    .replace(LINKS, JSON.stringify(links.map(({ reference }) => ({ reference }))))
    .replace(
      PATIENT,
      patient.nhsNumber === null ? '' : `"identifier":${identifier(patient.nhsNumber)},`,
    )
    .replace(REASON, reason)
    .replace(STATUS, status)

const identifier = (nhsNumber: string): string =>
  JSON.stringify([{ system: NHS_NUMBER, value: nhsNumber }])
