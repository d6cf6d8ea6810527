import * as z from 'zod/mini'
import { identifierValues } from '../fhir/coding.ts'
import { SYSTEMS } from './code-systems.ts'
import { type Diagnosis, type Failure, fail } from './failure.ts'
import { HEADERS, readHeaderJson } from './headers.ts'
import { quoted } from './privacy.ts'

/** An organisation's ODS code: 3 to 12 capitals and digits. */
export type OdsCode = string & z.core.$brand<'OdsCode'>

const OdsCode = z
  .string()
  .check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z0-9]{3,12}$/))
  .brand<'OdsCode'>()

/** The ODS code in `value` once trimmed and in capitals, or undefined. */
export const readOdsCode = (value: string): OdsCode | undefined => OdsCode.safeParse(value).data

/** Reads the ODS code in NHSD-End-User-Organisation: an Organization as base64 JSON. */
export const readOrganisation = (header: string): OdsCode | Failure => {
  const read = readHeaderJson(header)
  if ('wrong' in read) return fail('SEND_BAD_REQUEST', 'structure', notAnOrganisation(read.wrong))

  const sent = identifierValues(read.json, 'identifier', SYSTEMS.odsCode)
  const [value, second] = new Set(sent.map((each) => each.toUpperCase()))
  if (value === undefined) {
    return fail(
      'SEND_BAD_REQUEST',
      'structure',
      notAnOrganisation('JSON without an ODS identifier'),
    )
  }
  if (second !== undefined) {
    return fail('SEND_BAD_REQUEST', 'value', notAnOrganisation('two different ODS codes'))
  }
  return readOdsCode(value) ?? fail('SEND_BAD_REQUEST', 'value', notAnOrganisation(quoted(value)))
}

/** The failure of a request that must name its organisation and does not. */
export const organisationMissing = (): Failure =>
  fail('SEND_BAD_REQUEST', 'required', notAnOrganisation('nothing'))

const notAnOrganisation = (received: string): Diagnosis => ({
  where: `header ${HEADERS.organisation}`,
  received,
  expected:
    'base64 of an Organization with an identifier of system ' +
    `${SYSTEMS.odsCode} and a value of 3 to 12 letters and digits`,
})
