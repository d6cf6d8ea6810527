import { type ElementRow, type ElementTable, there } from './rows.ts'

const text = (...paths: readonly string[]): readonly ElementRow[] =>
  paths.map((path) => ({ path, expected: 'present' }))

const element = (...paths: readonly string[]): readonly ElementRow[] =>
  paths.map((path) => there(path, 'present'))

/**
 * What R4 itself asks for at the top of the resources that BaRS messages hold. Of what is deeper only
 * what Senders forget; `medication[x]` is with the payload tables, which allow one of its types.
 */
export const R4: ElementTable = {
  AllergyIntolerance: element('patient'),
  Appointment: text('status', 'participant[].status'),
  CarePlan: text('status', 'intent', 'subject.reference'),
  Communication: text('status'),
  Condition: element('subject'),
  Consent: [...text('status'), ...element('scope', 'category[]')],
  Encounter: [
    ...text('status', 'statusHistory?[].status', 'location?[].location.reference'),
    ...element('class', 'statusHistory?[].period'),
  ],
  Flag: [...text('status', 'subject.reference'), ...element('code')],
  MedicationStatement: [...text('status'), ...element('subject')],
  Observation: [...text('status'), ...element('code')],
  Patient: element('communication?[].language'),
  Procedure: [...text('status'), ...element('subject')],
  Questionnaire: text('status', 'item?[].linkId', 'item?[].type'),
  QuestionnaireResponse: text('status', 'item?[].linkId'),
  RelatedPerson: element('patient'),
  Schedule: text('actor[].reference'),
  ServiceRequest: text('status', 'intent', 'subject.reference'),
  Slot: text('schedule.reference', 'status', 'start', 'end'),
  Task: text('status', 'intent'),
}
