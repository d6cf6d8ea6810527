import { isThere } from '../places.ts'
import { isBoolean, isNumber } from './formats.ts'
import type { ResourceElement } from './resource-element.ts'
import { BOOKINGS, NOT_CANCELS, VALIDATIONS } from './workflows.ts'

/** Applications 5 and 8 ask less of those who take part. */
const PHARMACY_AND_ERS = ['a5', 'referraltopharmacy', 'a8'] as const

const text = (path: string, expected: string): ResourceElement => ({ path, expected })

const coding = (path: string, ...keys: readonly ('system' | 'code' | 'display')[]) =>
  keys.map((key) => text(`${path}.coding[].${key}`, `the ${key} of the coding`))

const reference = (path: string, to: string): ResourceElement =>
  text(`${path}.reference`, `a reference to the ${to}`)

const identifier = (path: 'identifier[]' | 'identifier?[]'): readonly ResourceElement[] => [
  text(`${path}.system`, 'the system of the identifier'),
  text(`${path}.value`, 'the value of the identifier'),
]

/**
 * What the payload tables of every Application that has the resource ask for with MUST. An element
 * of an optional one binds where that one is sent.
 */
export const PAYLOAD: Readonly<Record<string, readonly ResourceElement[]>> = {
  Appointment: [
    ...coding('serviceCategory[]', 'system', 'code', 'display').map((each) => ({
      ...each,
      on: BOOKINGS,
    })),
    { ...text('start', 'when it starts'), on: BOOKINGS },
    { ...text('end', 'when it ends'), on: BOOKINGS },
    { ...reference('slot[]', 'Slot'), on: BOOKINGS },
    reference('participant[].actor', 'Patient'),
  ],
  ServiceRequest: [
    ...coding('category[]', 'system', 'code', 'display'),
    { ...text('authoredOn', 'when it was made'), on: NOT_CANCELS },
    { ...text('occurrencePeriod.start', 'from when'), on: VALIDATIONS },
    { ...text('occurrencePeriod.end', 'until when'), on: VALIDATIONS },
  ],
  Encounter: [
    ...['system', 'code', 'display'].map((key) => text(`class.${key}`, `the ${key} of the class`)),
    reference('subject', 'Patient'),
    reference('episodeOfCare[]', 'journey: EpisodeOfCare/<UUID>'),
  ],
  CarePlan: [
    reference('encounter', 'Encounter'),
    { path: 'activity[]', expected: 'an activity', is: isThere },
  ],
  Consent: [
    ...coding('category[]', 'system', 'code', 'display'),
    ...coding('scope', 'system', 'code'),
    ...coding('policyRule', 'system', 'code'),
    reference('patient', 'Patient'),
    text('dateTime', 'when it was given'),
  ],
  Flag: [
    ...coding('category[]', 'system', 'code', 'display'),
    ...coding('code', 'system', 'code', 'display'),
  ],
  HealthcareService: [
    ...identifier('identifier[]'),
    { path: 'active', expected: 'true or false', is: isBoolean },
    { ...reference('providedBy', 'Organization'), notIn: PHARMACY_AND_ERS },
    text('name', 'the name of the service'),
    { ...text('id', 'the id that GET /Slot gave it'), on: ['booking-new'] },
  ],
  Location: ['longitude', 'latitude'].map((axis) => ({
    path: `position.${axis}`,
    expected: `the ${axis}`,
    is: isNumber,
    on: ['validation-new', 'validation-update', 'validation-response-full'],
  })),
  Organization: identifier('identifier?[]'),
  Practitioner: identifier('identifier?[]'),
  PractitionerRole: [{ ...reference('practitioner', 'Practitioner'), notIn: PHARMACY_AND_ERS }],
}
