import type { Application } from '../../bars/applications.ts'
import { isResponse } from '../../bars/workflow.ts'
import type { Resource } from '../../fhir/bundle.ts'
import { isNumber, isObject, list, member, text as textAt } from '../../fhir/json.ts'
import { FULL, INTERIM, REQUESTS, SHORT, WHOLE, WITH_ENCOUNTERS } from '../due.ts'
import type { SentMessage } from '../message.ts'
import {
  coding,
  codings,
  type ElementRow,
  type ElementTable,
  flag,
  members,
  ofThose,
  reference,
  some,
  text,
  there,
  when,
} from './rows.ts'

const whole = (...rows: readonly ElementRow[]): readonly ElementRow[] =>
  when({ on: WHOLE }, ...rows)

const wholeIn = (
  onlyIn: readonly Application[],
  ...rows: readonly ElementRow[]
): readonly ElementRow[] => when({ on: WHOLE, onlyIn }, ...rows)

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

/** BaRS's extension of a Location: other extensions are not its concern. */
export const LOCATION_EXTENSION = 'https://fhir.nhs.uk/StructureDefinition/LocationExtension'

const hasParts = (extensions: unknown): boolean =>
  list({ extensions }, 'extensions')
    .filter((each) => textAt(each, 'url') === LOCATION_EXTENSION)
    .every((each) => {
      const parts = list(each, 'extension')
      return (
        parts.length > 0 &&
        parts.every((part) => textAt(part, 'url') && textAt(part, 'valueString'))
      )
    })

/** The profile of the Location where it happened. */
export const INCIDENT = 'https://fhir.hl7.org.uk/StructureDefinition/BARSLocation-incident-location'

/** The profile of a Flag that says whether the scene is safe, and the system of its category, SS. */
export const SCENE_SAFETY = 'https://fhir.nhs.uk/StructureDefinition/BARSFlag-scene-safety'
export const FLAG_CATEGORIES = 'https://fhir.nhs.uk/CodeSystem/flag-categories-bars'

/** Whether a resource says that it follows a profile. */
export const follows = (resource: Resource, profile: string): boolean => {
  const profiles = member(resource['meta'], 'profile')
  return Array.isArray(profiles) && profiles.includes(profile)
}

// An update may hold the Receiver's Encounter too; a response is of one who has both.
function isSenders(resource: Resource, { of, led, focus, workflow }: SentMessage): boolean {
  if (of('Encounter').length === 1 || (workflow !== undefined && isResponse(workflow))) return true
  const referred = led(textAt(member(focus?.entry.resource, 'encounter'), 'reference'))
  return referred?.entry.resource === resource
}

const isAnswered = (answer: unknown): boolean =>
  isObject(answer) && Object.keys(answer).some((key) => key.startsWith('value'))

const isCoded = (concepts: unknown): boolean =>
  list({ concepts }, 'concepts').some((concept) =>
    list(concept, 'coding').some(
      (each) => textAt(each, 'system') && textAt(each, 'code') && textAt(each, 'display'),
    ),
  )

const OPTION = 'item[].answerOption[].valueCoding'
const CONDITION = 'item[].enableWhen?[]'
const ANSWER = 'item[].item[].item[].answer[]'

/** What is asked of the patient's condition, of care and of where it happened: a part of the payload tables. */
export const CLINICAL: ElementTable = {
  AllergyIntolerance: whole(
    ...codings('clinicalStatus?', 'verificationStatus?'),
    reference('patient', 'Patient'),
    reference('encounter?', 'Encounter'),
    reference('recorder?', 'one who wrote it down'),
    reference('asserter?', 'one who says so'),
    ...codings('reaction?[].manifestation[]'),
  ),

  CarePlan: whole(
    reference('encounter', 'Encounter'),
    there('activity[]', 'an activity'),
    ...when({ notIn: [8], isWarning: true }, text('period.start', 'when it begins')),
    ...when({ notIn: [5, 8] }, there('activity[].outcomeCodeableConcept[]', 'what was found')),
    ...when(
      { onlyIn: [1, 2] },
      text('activity[].outcomeCodeableConcept[].text', 'what was found, in words'),
    ),
    ...when(
      { onlyIn: [5, 8] },
      reference('addresses[]', 'Condition'),
      some('activity', 'reference.reference', 'an activity that is a reference to the Task'),
    ),
    // An activity is a reference or has a detail, by R4; its outcome may be the narrative, without a code.
    ...when(
      { onlyIn: [8] },
      {
        ...some(
          'activity',
          'outcomeCodeableConcept',
          'an outcome that is coded: priority',
          isCoded,
        ),
        name: 'activity.outcomeCodeableConcept.coding',
      },
      some('activity', 'detail.status', 'an activity whose detail says how far it is'),
      some('activity', 'detail.performer[].reference', 'an activity whose detail says who does it'),
    ),
  ),

  Communication: wholeIn(
    [6],
    text('topic.text', 'what it is about'),
    text('sent', 'when it was sent'),
    text('payload[].contentString', 'what was said'),
    ...when({ isWarning: true }, reference('encounter', 'Encounter')),
  ),

  Condition: wholeIn(
    [5, 6, 8],
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

  Consent: whole(
    ...coding('category[]'),
    ...coding('scope', 'system', 'code'),
    ...coding('policyRule', 'system', 'code'),
    reference('patient', 'Patient'),
    text('dateTime', 'when it was given'),
  ),

  Device: wholeIn(
    [8],
    text('status', 'whether it is in use'),
    text('deviceName[].name', 'the name of the software'),
    text('deviceName[].type', 'what kind of name it is'),
    reference('owner', 'Organization'),
  ),

  Encounter: when(
    { on: WITH_ENCOUNTERS },
    ...members('class', 'system', 'code', 'display'),
    reference('subject', 'Patient'),
    reference('episodeOfCare[]', 'journey: EpisodeOfCare/<UUID>'),
    ...when({ on: [INTERIM, FULL, SHORT] }, ...coding('reasonCode?[]')),
    ...when({ onlyIn: [3, 4, 6] }, ...ofThose(isSenders, text('period.start', 'when it began'))),
    ...when(
      { on: REQUESTS, onlyIn: [6] },
      ...ofThose(
        isSenders,
        text('statusHistory[].period.start', 'since when it was'),
        there('location[]', 'where it is'),
      ),
    ),
  ),

  Flag: whole(
    ...coding('category[]'),
    ...coding('code'),
    ...when({ onlyIn: [4, 6] }, reference('encounter', 'Encounter')),
  ),

  Location: wholeIn(
    [3, 4, 6],
    axis('longitude'),
    axis('latitude'),
    {
      path: 'extension?',
      expected: `extensions with a url and a valueString in that of ${LOCATION_EXTENSION}`,
      is: hasParts,
    },
    ...when(
      { onlyIn: [6] },
      ...coding('type?[]'),
      ...ofThose(
        (resource) => follows(resource, INCIDENT),
        there('type', 'what kind of place it is'),
      ),
    ),
  ),

  MedicationStatement: whole(
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

  Observation: whole(
    ...when({ isWarning: true }, reference('subject', 'Patient')),
    ...when(
      { isWarning: true, notIn: [5] },
      reference('encounter', 'Encounter'),
      text('code.text', 'what was observed, in words'),
    ),
  ),

  Procedure: wholeIn(
    [6],
    there('code', 'what was done'),
    text('performedPeriod.start', 'when it was begun'),
    reference('subject', 'Patient'),
    ...when({ isWarning: true }, reference('encounter', 'Encounter')),
  ),

  Questionnaire: wholeIn(
    [6],
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

  QuestionnaireResponse: wholeIn(
    [1, 2, 6],
    { path: 'extension', expected: 'why it is sent: a valueCodeableConcept', is: saysWhy },
    text('item[].linkId', 'the id of the question'),
    text('item[].text', 'the question'),
    ...when({ isWarning: true }, reference('subject', 'Patient')),
    ...when(
      { onlyIn: [1, 2] },
      text('extension[].valueCodeableConcept?.text', 'why it is sent, in words'),
      text('item[].item[].linkId', 'the id of the question'),
      text('item[].item[].item[].linkId', 'the id of the question'),
      { path: ANSWER, expected: 'a value', is: isAnswered },
      ...when({ onlyIn: [1] }, ...members(`${ANSWER}.valueCoding?`, 'system', 'code', 'display')),
    ),
    ...when(
      { onlyIn: [6] },
      reference('encounter', 'Encounter'),
      text('item[].answer[].valueCoding.code', 'the code of the answer'),
    ),
  ),

  RelatedPerson: wholeIn(
    [1, 2],
    reference('patient', 'Patient'),
    ...coding('relationship[]'),
    there('name[]', 'a name'),
    text('telecom?[].system', 'what kind of number or address it is'),
    text('telecom?[].value', 'the number or address'),
  ),

  Task: wholeIn(
    [5, 6, 8],
    there('code', 'what is to be done'),
    text('authoredOn', 'when it was made'),
    ...when({ onlyIn: [5] }, text('focus?.reference', 'a reference to what it is about')),
    ...when({ onlyIn: [5, 8] }, ...coding('code')),
  ),
}
