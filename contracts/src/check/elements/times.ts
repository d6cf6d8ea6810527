import type { TimeForm } from './time-forms.ts'

/** An element that holds a time. */
export interface TimeElement {
  /** Keys with dots between; `[]` after a list, `?` after what may be left out. */
  readonly path: string
  readonly form: TimeForm
}

const times = (form: TimeForm, ...paths: readonly string[]): readonly TimeElement[] =>
  paths.map((path) => ({ path: `${path}?`, form }))

/** The form of times, wherever R4 has them in the resources of BaRS. */
export const TIMES: Readonly<Record<string, readonly TimeElement[]>> = {
  AllergyIntolerance: times('dateTime', 'onsetDateTime', 'recordedDate'),
  Appointment: [...times('instant', 'start', 'end'), ...times('dateTime', 'created')],
  Bundle: times('instant', 'timestamp'),
  CarePlan: times('dateTime', 'created'),
  Communication: times('dateTime', 'sent', 'received'),
  Condition: times('dateTime', 'onsetDateTime', 'recordedDate'),
  Consent: times('dateTime', 'dateTime'),
  MedicationStatement: times('dateTime', 'effectiveDateTime', 'dateAsserted'),
  Observation: [...times('dateTime', 'effectiveDateTime'), ...times('instant', 'issued')],
  Patient: times('date', 'birthDate'),
  Procedure: times('dateTime', 'performedDateTime'),
  Questionnaire: times('dateTime', 'date'),
  QuestionnaireResponse: times('dateTime', 'authored'),
  RelatedPerson: times('date', 'birthDate'),
  ServiceRequest: times('dateTime', 'authoredOn', 'occurrenceDateTime'),
  Slot: times('instant', 'start', 'end'),
  Task: times('dateTime', 'authoredOn', 'lastModified'),
}

/** What begins and ends, by the path of what `start` and `end` are members of. */
export const PERIODS: Readonly<Record<string, readonly string[]>> = {
  Appointment: ['requestedPeriod?[]'],
  CarePlan: ['period?'],
  Encounter: ['period?', 'statusHistory?[].period?', 'location?[].period?'],
  Flag: ['period?'],
  MedicationStatement: ['effectivePeriod?'],
  Observation: ['effectivePeriod?'],
  Procedure: ['performedPeriod?'],
  RelatedPerson: ['period?'],
  Schedule: ['planningHorizon?'],
  ServiceRequest: ['occurrencePeriod?'],
  Task: ['executionPeriod?', 'restriction?.period?'],
}
