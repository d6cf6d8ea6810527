import { SYSTEMS } from '../bars/code-systems.ts'
import { HEADERS, writeHeaderJson } from '../bars/headers.ts'
import { FHIR_JSON } from '../bars/media-type.ts'
import { CORRELATION_ID, REQUEST_ID } from './ids.ts'

const JSON_1 = `${FHIR_JSON}; version=1.0.0`

/** NHSD-Target-Identifier of a target. */
export const targetHeader = (system: string, value: string): string =>
  writeHeaderJson({ value, system })

/** NHSD-End-User-Organisation of an ODS code. */
export const organisationHeader = (odsCode: string): string =>
  writeHeaderJson({
    resourceType: 'Organization',
    identifier: [{ value: odsCode, system: SYSTEMS.odsCode }],
    name: 'Example Sender organisation',
  })

const SOFTWARE = writeHeaderJson({
  resourceType: 'Device',
  identifier: [{ system: 'https://bars-sandbox.example/Id/software', value: 'EXAMPLE-1' }],
  deviceName: [{ name: 'BaRS Sandbox examples', type: 'manufacturer-name' }],
  version: [{ value: '1.0.0' }],
})

/** The headers of every request to the FHIR API, spelt as published. */
export const fhirHeaders = (
  target: string | undefined,
  organisation: string,
): Readonly<Record<string, string>> => ({
  [HEADERS.requestId]: REQUEST_ID,
  [HEADERS.correlationId]: CORRELATION_ID,
  ...(target && { [HEADERS.target]: target }),
  [HEADERS.organisation]: organisation,
  [HEADERS.software]: SOFTWARE,
  Accept: JSON_1,
})

/** The headers that a message has besides. */
export const messageHeaders = (useContext: string): Readonly<Record<string, string>> => ({
  'Content-Type': JSON_1,
  [HEADERS.useContext]: useContext,
})
