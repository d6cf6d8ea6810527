import {
  messageHeaders,
  organisationHeader,
  requestHeaders,
  targetHeader,
} from '../../../src/examples/example.ts'
import type { Asked } from './asked.ts'
import { messageText } from './message-text.ts'
import type { Address } from './view.ts'

const ORIGIN = 'https://sandbox.test'
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
