import * as z from 'zod/mini'
import { identifierValues, sameSystem } from '../fhir/coding.ts'
import { list, text } from '../fhir/json.ts'
import { SYSTEMS } from './code-systems.ts'
import { type Diagnosis, type Failure, fail } from './failure.ts'
import { HEADERS, insteadOfHeader, readHeaderJson, type Slip } from './headers.ts'
import { quoted } from './privacy.ts'

/** An organisation's ODS code: 3 to 12 capitals and digits. */
export type OdsCode = string & z.core.$brand<'OdsCode'>

// Letters and digits of ASCII, looked at before capitals are made: `ß` would become two of them. Ten
// digits are an NHS number, and no ODS code (ruling 10).
const OdsCode = z
  .string()
  .check(z.trim(), z.regex(/^(?!\d{10}$)[A-Za-z0-9]{3,12}$/), z.toUpperCase())
  .brand<'OdsCode'>()

/** The ODS code in `value` once trimmed and in capitals, or undefined. */
export const readOdsCode = (value: string): OdsCode | undefined => OdsCode.safeParse(value).data

/**
 * An ODS code made of a UUID: one of trillions, and longer than a real one, so that whoever uses it
 * meets nobody else's conversation.
 */
export const mintOdsCode = (uuid: string): OdsCode => {
  const digits = BigInt(`0x${uuid.replaceAll('-', '')}`)
    .toString(36)
    .slice(-8)
  const code = readOdsCode(digits.padStart(8, '0'))
  if (code === undefined) throw new Error('a UUID makes no ODS code')
  return code
}

/** Reads the ODS code in NHSD-End-User-Organisation: an Organization as base64 JSON. */
export const readOrganisation = (header: string): OdsCode | Failure => {
  const read = readHeaderJson(header)
  if ('wrong' in read) return fail('SEND_BAD_REQUEST', 'structure', wrong(read.wrong))

  const sent = identifierValues(read.json, 'identifier', SYSTEMS.odsCode)
  const [value, second] = new Set(sent.map((each) => each.toUpperCase()))
  if (value === undefined) {
    return fail('SEND_BAD_REQUEST', 'structure', wrong(withoutOdsCode(read.json)))
  }
  if (second !== undefined) {
    return fail('SEND_BAD_REQUEST', 'value', wrong({ received: 'two different ODS codes' }))
  }
  // Of letters that only become ASCII in capitals nothing is left to read.
  const [first = value] = sent
  return readOdsCode(first) ?? fail('SEND_BAD_REQUEST', 'value', wrong({ received: quoted(first) }))
}

/** The failure of a request that must name its organisation and does not. */
export const organisationMissing = (sent: Iterable<string>): Failure =>
  fail('SEND_BAD_REQUEST', 'required', wrong(insteadOfHeader(HEADERS.organisation, sent)))

function withoutOdsCode(json: unknown): Slip {
  const [system] = list(json, 'identifier').map((each) => text(each, 'system'))
  if (system === undefined) return { received: 'JSON without an ODS identifier' }
  return sameSystem(system, SYSTEMS.odsCode)
    ? { received: 'an ODS identifier whose value is no text' }
    : { received: `an identifier of system ${quoted(system)}` }
}

const wrong = (slip: Slip): Diagnosis => ({
  where: `header ${HEADERS.organisation}`,
  expected:
    'base64 of an Organization with an identifier of system ' +
    `${SYSTEMS.odsCode} and a value of 3 to 12 letters and digits`,
  ...slip,
})
