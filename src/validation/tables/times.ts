import { hasNoZone, isTime, type TimeForm } from '../../fhir/time.ts'
import type { ElementRow, ElementTable } from './rows.ts'

/** What a value of a form looks like. */
export const FORM_IN_WORDS: Readonly<Record<TimeForm, string>> = {
  instant: 'an instant: 2035-01-15T09:00:00+00:00',
  dateTime: 'a dateTime: 2035-01-15, or 2035-01-15T09:00:00+00:00 with its zone',
  date: 'a date: 2035-01-15',
}

const times = (form: TimeForm, ...paths: readonly string[]): readonly ElementRow[] =>
  paths.map((path) => ({
    path: `${path}?`,
    expected: FORM_IN_WORDS[form],
    is: (value) => isTime(form, value),
    mend: (value) =>
      hasNoZone(value) ? "a time says its zone: .NET's DateTimeOffset has one" : undefined,
  }))

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

const POINTS: ElementTable = {
  '*': times('instant', 'meta?.lastUpdated'),
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

const ends = (path: string): readonly ElementRow[] =>
  times('dateTime', `${path}.start`, `${path}.end`)

const TYPES = [...new Set([...Object.keys(POINTS), ...Object.keys(PERIODS)])]

/** The form of times, wherever R4 has them in the resources of BaRS. */
export const TIMES: ElementTable = Object.fromEntries(
  TYPES.map((type) => [type, [...(POINTS[type] ?? []), ...(PERIODS[type] ?? []).flatMap(ends)]]),
)
