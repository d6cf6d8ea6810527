import { SYSTEMS } from '../../bars/code-systems.ts'
import { sameSystem } from '../../fhir/coding.ts'
import { CLAUSES } from '../clauses.ts'
import {
  BOOKINGS,
  CANCELS,
  FULL,
  INTERIM,
  NOT_CANCELS,
  REQUESTS,
  RESPONSES,
  VALIDATIONS,
  WITH_ENCOUNTERS,
} from '../due.ts'
import { CLINICAL } from './clinical.ts'
import { PATIENT } from './patient.ts'
import {
  coding,
  type ElementRow,
  type ElementTable,
  either,
  flag,
  from,
  identifier,
  reference,
  some,
  text,
  there,
  when,
} from './rows.ts'

const inSystem = (path: string, system: string): ElementRow => ({
  path,
  expected: `'${system}'`,
  is: (value) => typeof value === 'string' && sameSystem(value, system),
})

// e-RS, of Application 8, has ids of its own.
const endpoint = (path: string): ElementRow => ({
  path,
  expected: `'${SYSTEMS.dosService}|' and the id of a service`,
  is: (value) =>
    typeof value === 'string' &&
    /^https?:\/\/fhir\.nhs\.uk\/id\/(?:ers-)?dos-service-id\|.+$/i.test(value),
})

const ID_OF_SLOTS = text('id', 'the id that GET /Slot gave it')

/**
 * What the Applications' payload tables ask for with MUST, beside ids and `meta`, in the Applications
 * and messages whose tables have the resource. An element of an optional one binds where that one is
 * sent. It is only a warning where messages published with the standard lack it, where no use case
 * tells, and for what a cancel's table has beyond its MessageDefinition.
 *
 * Left out are what no message can have: `Appointment.created`, which is the Receiver's,
 * `AllergyIntolerance.category.code`, which is not of R4, and the links of a cancel, whose
 * MessageDefinition has nothing that they could lead to.
 */
export const PAYLOAD: ElementTable = {
  ...CLINICAL,

  Appointment: [
    ...when({ on: BOOKINGS }, ...coding('serviceCategory[]'), reference('slot[]', 'Slot')),
    ...when(
      { on: BOOKINGS, warnsOn: ['booking-cancel'] },
      text('start', 'when it starts'),
      text('end', 'when it ends'),
    ),
    ...when(
      { on: [...BOOKINGS, 'booking-cancel'] },
      some('participant', 'actor.reference', 'one whose actor is a reference to the Patient'),
    ),
  ],

  HealthcareService: [
    ...when(
      { on: NOT_CANCELS },
      ...identifier('identifier[]'),
      flag('active'),
      text('name', 'the name of the service'),
      ...when({ notIn: [5, 8] }, reference('providedBy', 'Organization')),
    ),
    ...when({ on: ['booking-new'] }, ID_OF_SLOTS),
  ],

  MessageHeader: from(
    CLAUSES.header,
    inSystem('eventCoding.system', SYSTEMS.event),
    text('eventCoding.code', 'what the message is'),
    endpoint('destination[].endpoint'),
    reference('destination[].receiver', 'Organization it is for'),
    reference('sender', 'Organization that sends it'),
    text('source.name', 'the name of the service that sends it'),
    endpoint('source.endpoint'),
    inSystem('reason.coding[].system', SYSTEMS.reason),
    text('reason.coding[].code', 'why the message is sent'),
    text('focus[].reference', 'a reference to what the message is about'),
    text('definition', 'the URL of a MessageDefinition of BaRS'),
    ...when(
      { on: RESPONSES },
      text('response.identifier', 'the Bundle.id of the request that is answered'),
      { path: 'response.code', expected: "'ok'", is: (value) => value === 'ok' },
    ),
  ),

  Organization: [
    text('name', 'the name of the organisation'),
    ...when({ notIn: [5] }, ...identifier('identifier?[]')),
    ...when({ notIn: [5], isWarning: true }, there('identifier', 'an identifier')),
    ...when({ onlyIn: [5, 8] }, ...coding('type?[]')),
  ],

  Patient: PATIENT,

  Practitioner: [
    ...either(
      [
        { on: NOT_CANCELS, notIn: [2, 5, 8] },
        { on: BOOKINGS, onlyIn: [2] },
      ],
      ...identifier('identifier?[]'),
      ...when({ isWarning: true }, there('identifier', 'an identifier')),
    ),
  ],

  PractitionerRole: [
    ...when({ on: NOT_CANCELS, notIn: [5, 8] }, reference('practitioner', 'Practitioner')),
    ...either(
      [
        { on: NOT_CANCELS, notIn: [2, 5, 8], isWarning: true },
        { on: BOOKINGS, onlyIn: [2], isWarning: true },
      ],
      reference('organization', 'Organization'),
    ),
  ],

  Schedule: [
    ...when(
      { on: BOOKINGS, onlyIn: [7] },
      ...identifier('identifier[]'),
      ...coding('serviceCategory[]'),
    ),
    ...when({ on: ['booking-new'], isWarning: true }, ID_OF_SLOTS),
  ],

  ServiceRequest: [
    ...when({ on: [...WITH_ENCOUNTERS, ...CANCELS] }, ...coding('category[]')),
    ...when({ on: WITH_ENCOUNTERS }, text('authoredOn', 'when it was made')),
    ...when({ on: [...REQUESTS, FULL] }, reference('basedOn[]', 'CarePlan')),
    ...when({ on: [...REQUESTS, INTERIM, FULL] }, reference('encounter', 'Encounter')),
    // Messages published with the standard lack who asked in an interim response.
    ...when(
      { on: [...REQUESTS, FULL], warnsOn: [INTERIM], notIn: [2] },
      reference('requester', 'one who asks'),
    ),
    ...when({ on: [...REQUESTS, FULL] }, reference('performer[]', 'one who is asked')),
    ...either(
      [{ on: ['validation-new', 'validation-update', FULL] }, { on: REQUESTS, onlyIn: [3, 6] }],
      reference('locationReference[]', 'Location'),
    ),
    ...either(
      [
        { on: VALIDATIONS, warnsOn: CANCELS },
        { on: REQUESTS, onlyIn: [3] },
      ],
      text('occurrencePeriod.start', 'from when'),
      text('occurrencePeriod.end', 'until when'),
    ),
    ...when({ on: REQUESTS, onlyIn: [8] }, ...coding('code?'), ...coding('orderDetail?[]')),
  ],

  Slot: [
    ...when({ on: BOOKINGS, onlyIn: [7] }, ...coding('serviceCategory[]')),
    ...when({ on: ['booking-new'], isWarning: true }, ID_OF_SLOTS),
  ],
}

/** What a reference is to say in every message, for R4 would let it name or number whom it means. */
export const REFERENCES: ElementTable = {
  CarePlan: [reference('subject?', 'Patient')],
  Encounter: [reference('location?[].location?', 'Location')],
  Flag: [reference('subject?', 'Patient')],
  Schedule: [reference('actor?[]', 'HealthcareService')],
  ServiceRequest: [reference('subject?', 'Patient')],
  Slot: [reference('schedule?', 'Schedule')],
}
