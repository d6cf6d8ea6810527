import fc from 'fast-check'
import { SYSTEMS, USE_CASES } from '../../src/bars/code-systems.ts'
import { WORKFLOWS } from '../../src/bars/workflow.ts'
import { asJson, type Json } from '../../src/fhir/json.ts'
import { IDS, NHS_NUMBERS } from '../../src/scenarios/sentinels.ts'
import { PATIENT_DATA } from './patient-data.ts'

/** A change to a request as plain data, so that fast-check can shrink it. */
export interface Mutation {
  /** Which change, of those that the request allows. */
  readonly kind: number
  /** Where, from 0 to 1. */
  readonly at: number
  /** A second place, from 0 to 1. */
  readonly to: number
  /** What to put there. */
  readonly value: Json
  /** What to write into text, and to name new members. */
  readonly junk: string
}

/** Codes that a message may carry: right ones, and right ones in the wrong place. */
export const CODES: readonly string[] = [
  ...Object.values(WORKFLOWS).flatMap(({ event, category, reasons, statuses }) => [
    event,
    category ?? '',
    ...reasons,
    ...statuses,
  ]),
  ...Object.keys(USE_CASES),
  'booking-response',
  'unknown',
]

/** The systems of BaRS and one that is not. */
export const CODE_SYSTEMS: readonly string[] = [...Object.values(SYSTEMS), 'https://a.test/codes']

const TELLING: readonly string[] = [
  ...CODES,
  ...CODE_SYSTEMS,
  ...Object.values(NHS_NUMBERS).flat(),
  ...Object.values(IDS),
  ...PATIENT_DATA,
  ...['Bundle', 'MessageHeader', 'Appointment', 'ServiceRequest', 'Patient', 'Encounter'],
]

// biome-ignore format: a table reads by column
const ODD: readonly Json[] = [
  null, true, 0, -1, 1e308, 1.5e-300, '', ' ', '|', 'x'.repeat(3000), '𝄞é\u0000\u202e', '__proto__',
  [], {}, [[]], [null], [[[[{}]]]], { resourceType: 'Bundle' }, { resource: {} },
  { coding: [{}] }, { coding: null }, { reference: 1 }, { reference: 'Appointment/' },
]

// biome-ignore format: a table reads by column
const JUNK: readonly string[] = [
  '%', '%ZZ', '%FF', '%00', '%2F', '+', ' ', '&', '=', '?', '/', '//', '#', '|', ',', ';', ':', '"', "'", '\\',
  '{', '}', '[', ']', '0', '9'.repeat(400), '-', 'x', 'é', '\t', 'null', '1e999', '$', '__proto__', 'constructor',
  '%F0%9F%98%80', '%07', ...PATIENT_DATA.map((each) => encodeURIComponent(each)),
]

const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(...TELLING),
  fc.constantFrom(...ODD),
  fc.jsonValue({ maxDepth: 2 }).map(asJson),
)

const place = fc.nat(9999).map((each) => each / 10_000)

/** Any mutation. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.nat(9999),
  at: place,
  to: place,
  value,
  junk: fc.constantFrom(...JUNK),
})
