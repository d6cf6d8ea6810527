import { SYSTEMS } from '../../bars/code-systems.ts'
import { sameSystem } from '../../fhir/coding.ts'
import { isNumber, isObject, list, member, text as textAt } from '../../fhir/json.ts'
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
} from '../due.ts'
import {
  coding,
  codings,
  type ElementRow,
  type ElementTable,
  either,
  flag,
  identifier,
  members,
  reference,
  text,
  there,
  when,
} from './rows.ts'

// A Receiver does without what is clinical in a cancel, beyond its MessageDefinition.
const notInCancels = (...rows: readonly ElementRow[]): readonly ElementRow[] =>
  when({ warnsOn: CANCELS }, ...rows)

const inSystem = (path: string, system: string): ElementRow => ({
  path,
  expected: `'${system}'`,
  is: (value) => typeof value === 'string' && sameSystem(value, system),
})

const endpoint = (path: string): ElementRow => ({
  path,
  expected: `'${SYSTEMS.dosService}|' and the id of a service`,
  is: (value) =>
    typeof value === 'string' && /^https?:\/\/fhir\.nhs\.uk\/id\/dos-service-id\|.+$/i.test(value),
})

const from = (source: string, ...rows: readonly ElementRow[]): readonly ElementRow[] =>
  rows.map((row) => ({ ...row, source }))

const CONTACT_RANK = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ContactRank'

/** The ranks that a contact's extensions give it. */
const ranksOf = (extensions: unknown): readonly number[] =>
  list({ extensions }, 'extensions')
    .filter((each) => textAt(each, 'url') === CONTACT_RANK)
    .map((each) => member(each, 'valuePositiveInt'))
    .filter((rank) => typeof rank === 'number')

/** The rank of a contact. */
export const rankOf = (contact: unknown): number | undefined =>
  ranksOf(member(contact, 'extension'))[0]

const isPhone = (telecom: unknown): boolean => textAt(telecom, 'system') === 'phone'

const isOfficial = (name: unknown): boolean =>
  textAt(name, 'use') === 'official' &&
  textAt(name, 'family') !== undefined &&
  givenIn(name).some((each) => typeof each === 'string' && each.trim() !== '')

function givenIn(name: unknown): readonly unknown[] {
  const given = member(name, 'given')
  return Array.isArray(given) ? given : []
}

// Other extensions may stand beside it.
const saysWhy = (extensions: unknown): boolean =>
  list({ extensions }, 'extensions').some(
    (each) => textAt(each, 'url') !== undefined && isObject(member(each, 'valueCodeableConcept')),
  )

const axis = (name: 'longitude' | 'latitude'): ElementRow => ({
  path: `position?.${name}`,
  expected: `the ${name}`,
  is: isNumber,
})

const OPTION = 'item[].answerOption[].valueCoding'
const CONDITION = 'item[].enableWhen?[]'

/**
 * What the Applications' payload tables ask for with MUST, beside ids and `meta`: of every message
 * where every table that has the resource does, of those whose use case or workflow tells where only
 * some do. An element of an optional one binds where that one is sent. It is only a warning where
 * messages published with the standard lack it, where no use case tells, and for what a cancel holds
 * beyond its MessageDefinition.
 *
 * Left out are what no message can have (`Appointment.created`, which is the Receiver's, and
 * `AllergyIntolerance.category.code`, which is not of R4), the times and links of a cancel,
 * and the MessageHeader's CDSSExtension, which the sources spell in three ways.
 */
export const PAYLOAD: ElementTable = {
  AllergyIntolerance: notInCancels(
    ...codings('clinicalStatus?', 'verificationStatus?'),
    reference('patient', 'Patient'),
    reference('encounter?', 'Encounter'),
    reference('recorder?', 'one who wrote it down'),
    reference('asserter?', 'one who says so'),
    ...codings('reaction?[].manifestation[]'),
  ),

  Appointment: [
    ...when(
      { on: BOOKINGS },
      ...coding('serviceCategory[]'),
      text('start', 'when it starts'),
      text('end', 'when it ends'),
      reference('slot[]', 'Slot'),
    ),
    reference('participant[].actor', 'Patient'),
  ],

  CarePlan: notInCancels(
    reference('encounter', 'Encounter'),
    there('activity[]', 'an activity'),
    ...when({ notIn: [8], isWarning: true }, text('period.start', 'when it begins')),
    ...when({ notIn: [5] }, there('activity[].outcomeCodeableConcept[]', 'what was found')),
    ...when(
      { onlyIn: [1, 2] },
      text('activity[].outcomeCodeableConcept[].text', 'what was found, in words'),
    ),
    ...when(
      { onlyIn: [5, 8] },
      reference('addresses[]', 'Condition'),
      reference('activity[].reference', 'Task'),
    ),
    ...when(
      { onlyIn: [8] },
      ...coding('activity[].outcomeCodeableConcept[]'),
      text('activity[].detail.status', 'how far it is'),
      reference('activity[].detail.performer[]', 'one who does it'),
    ),
  ),

  Communication: notInCancels(
    text('topic.text', 'what it is about'),
    text('sent', 'when it was sent'),
    text('payload[].contentString', 'what was said'),
    ...when({ isWarning: true }, reference('encounter', 'Encounter')),
  ),

  Condition: notInCancels(
    there('clinicalStatus', 'whether the patient still has it'),
    ...coding('category[]', 'code', 'display'),
    there('code', 'what it is'),
    reference('subject', 'Patient'),
    reference('encounter', 'Encounter'),
    ...when(
      { onlyIn: [5, 8] },
      ...coding('category[]', 'system'),
      text('code.text', 'what it is, in words'),
      there('verificationStatus', 'how certain it is'),
    ),
    ...when({ onlyIn: [6] }, ...coding('clinicalStatus', 'code')),
  ),

  Consent: notInCancels(
    ...coding('category[]'),
    ...coding('scope', 'system', 'code'),
    ...coding('policyRule', 'system', 'code'),
    reference('patient', 'Patient'),
    text('dateTime', 'when it was given'),
  ),

  Device: notInCancels(
    text('status', 'whether it is in use'),
    text('deviceName[].name', 'the name of the software'),
    text('deviceName[].type', 'what kind of name it is'),
    reference('owner', 'Organization'),
  ),

  Encounter: notInCancels(
    ...members('class', 'system', 'code', 'display'),
    reference('subject', 'Patient'),
    reference('episodeOfCare[]', 'journey: EpisodeOfCare/<UUID>'),
    ...when({ on: [INTERIM, FULL, 'referral-response-short'] }, ...coding('reasonCode?[]')),
    ...when({ onlyIn: [3, 4, 6] }, text('period.start', 'when it began')),
    ...when(
      { on: REQUESTS, onlyIn: [6] },
      text('statusHistory[].period.start', 'since when it was'),
      reference('location[].location', 'Location'),
    ),
  ),

  Flag: notInCancels(
    ...coding('category[]'),
    ...coding('code'),
    ...when({ onlyIn: [4, 6] }, reference('encounter', 'Encounter')),
  ),

  HealthcareService: [
    ...notInCancels(
      ...identifier('identifier[]'),
      flag('active'),
      text('name', 'the name of the service'),
      ...when({ notIn: [5, 8] }, reference('providedBy', 'Organization')),
    ),
    ...when({ on: ['booking-new'] }, text('id', 'the id that GET /Slot gave it')),
  ],

  Location: notInCancels(
    axis('longitude'),
    axis('latitude'),
    ...when({ onlyIn: [6] }, ...coding('type?[]')),
  ),

  MedicationStatement: notInCancels(
    there('medicationCodeableConcept', 'the medicine'),
    reference('subject', 'Patient'),
    ...codings(
      'category?',
      'reasonCode?[]',
      'dosage?[].asNeededCodeableConcept?',
      'dosage?[].site?',
      'dosage?[].route?',
      'dosage?[].method?',
    ),
    there('dosage?[].timing?.repeat', 'how often it is taken'),
  ),

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

  Observation: notInCancels(
    ...when({ isWarning: true }, reference('subject', 'Patient')),
    ...when(
      { isWarning: true, notIn: [5] },
      reference('encounter', 'Encounter'),
      text('code.text', 'what was observed, in words'),
    ),
  ),

  Organization: [
    text('name', 'the name of the organisation'),
    ...when({ notIn: [5] }, ...identifier('identifier?[]')),
    ...when({ notIn: [5], isWarning: true }, there('identifier', 'an identifier')),
    ...when({ onlyIn: [5, 8] }, ...coding('type?[]')),
  ],

  Patient: from(
    CLAUSES.patient,
    // Application 8 needs no contact; a cancel is not refused for the want of one.
    ...when(
      { notIn: [8], warnsOn: CANCELS },
      there('contact', 'how to reach the patient'),
      {
        path: 'contact?[].extension',
        expected: `an extension ${CONTACT_RANK} with a valuePositiveInt`,
        is: (extensions) => ranksOf(extensions).some((rank) => Number.isInteger(rank) && rank > 0),
        tag: 'RS/BS-PAT-CON',
      },
      ...coding('contact?[].relationship[]'),
      {
        path: 'contact?[].telecom',
        expected: "a telecom of system 'phone'",
        is: (telecoms) => Array.isArray(telecoms) && telecoms.some(isPhone),
      },
      text('contact?[].telecom[].system', 'what kind of number or address it is'),
      text('contact?[].telecom[].value', 'the number or address'),
    ),
    ...when({ onlyIn: [5] }, there('contact?[].telecom[].rank', 'which to try first')),
    ...when({ onlyIn: [3, 4, 5, 6], warnsOn: CANCELS }, ...codings('communication?[].language')),
    ...when(
      { onlyIn: [8] },
      ...identifier('identifier[]'),
      text('address[].use', 'what the address is for'),
      text('address[].type', 'what kind of address it is'),
      text('address[].text', 'the address in one line'),
      there('address[].line[]', 'the lines of the address'),
      text('address[].postalCode', 'the postcode'),
    ),
  ),

  Practitioner: [
    ...when({ notIn: [5, 8], warnsOn: CANCELS }, ...identifier('identifier?[]')),
    ...when({ notIn: [2, 5, 8], isWarning: true }, there('identifier', 'an identifier')),
  ],

  PractitionerRole: [
    ...when({ notIn: [5, 8], warnsOn: CANCELS }, reference('practitioner', 'Practitioner')),
    ...when({ notIn: [2, 5, 8], isWarning: true }, reference('organization', 'Organization')),
  ],

  Procedure: notInCancels(
    there('code', 'what was done'),
    text('performedPeriod.start', 'when it was begun'),
    reference('subject', 'Patient'),
    ...when({ isWarning: true }, reference('encounter', 'Encounter')),
  ),

  Questionnaire: notInCancels(
    text('identifier?[].value', 'the value of the identifier'),
    text('name', 'a name for computers'),
    text('title', 'a name for people'),
    text('date', 'when it last changed'),
    text('publisher', 'who publishes it'),
    text('item[].linkId', 'the id of the question'),
    text('item[].text', 'the question'),
    text('item[].type', 'what kind of question it is'),
    flag('item[].required'),
    text(`${OPTION}.code`, 'the code of an answer'),
    text(`${CONDITION}.question`, 'the linkId of another question'),
    text(`${CONDITION}.operator`, 'how its answer is compared'),
    ...members(`${CONDITION}.answerCoding`, 'code', 'display'),
  ),

  QuestionnaireResponse: [
    ...notInCancels(
      { path: 'extension', expected: 'why it is sent: a valueCodeableConcept', is: saysWhy },
      text('item[].linkId', 'the id of the question'),
      text('item[].text', 'the question'),
    ),
    ...when({ isWarning: true }, reference('subject', 'Patient')),
    ...when(
      { onlyIn: [1, 2], warnsOn: CANCELS },
      text('extension[].valueCodeableConcept?.text', 'why it is sent, in words'),
      text('item[].item[].linkId', 'the id of the question'),
      text('item[].item[].item[].linkId', 'the id of the question'),
      there('item[].item[].item[].answer[]', 'an answer'),
    ),
    ...when(
      { onlyIn: [6], warnsOn: CANCELS },
      reference('encounter', 'Encounter'),
      text('item[].answer[].valueCoding.code', 'the code of the answer'),
    ),
  ],

  RelatedPerson: notInCancels(
    reference('patient', 'Patient'),
    ...coding('relationship[]'),
    there('name[]', 'a name'),
    text('telecom?[].system', 'what kind of number or address it is'),
    text('telecom?[].value', 'the number or address'),
  ),

  Schedule: when(
    { onlyIn: [7], warnsOn: CANCELS },
    ...identifier('identifier[]'),
    ...coding('serviceCategory[]'),
  ),

  ServiceRequest: [
    ...coding('category[]'),
    ...when({ on: NOT_CANCELS }, text('authoredOn', 'when it was made')),
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
    ...when({ on: REQUESTS, onlyIn: [8] }, ...coding('code'), ...coding('orderDetail[]')),
  ],

  Slot: when({ onlyIn: [7], warnsOn: CANCELS }, ...coding('serviceCategory[]')),

  Task: notInCancels(
    there('code', 'what is to be done'),
    text('authoredOn', 'when it was made'),
    text('focus?.reference', 'a reference to what it is about'),
    ...when({ onlyIn: [5, 8] }, ...coding('code')),
  ),
}

/** What only the real simulator asks for, where the payload tables have SHOULD. */
export const SIMULATOR: ElementTable = {
  Patient: [
    {
      path: 'name',
      expected: "one name of use 'official', with a family and a given name",
      is: (names) => Array.isArray(names) && names.filter(isOfficial).length === 1,
      tag: 'RS-PATIENT-RESO-NAME',
    },
  ],
}
