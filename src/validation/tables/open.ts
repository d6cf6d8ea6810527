import type { Application } from '../../bars/applications.ts'

/** An element whose values no list closes, so that a wrong one is not told. */
export interface OpenElement {
  /** By the type of its resource: `Observation.code`. */
  readonly element: string
  /** Which of its members are open. */
  readonly members: readonly ('system' | 'code' | 'display')[]
  /** What it is of, and why nothing is told. */
  readonly why: string
  /** The Applications that close it all the same. */
  readonly closedIn?: readonly Application[]
}

const ALL = ['system', 'code', 'display'] as const

const SNOMED_CT = 'SNOMED CT, which no message carries whole'
const SYSTEMS = 'the standard names no system; the codes of those that it publishes are judged'
const IDENTIFIERS = 'the system of whoever gave the identifier'

const coded = (...elements: readonly string[]): readonly OpenElement[] =>
  elements.map((element) => ({ element, members: ALL, why: SNOMED_CT }))

const systems = (why: string, ...elements: readonly string[]): readonly OpenElement[] =>
  elements.map((element) => ({ element, members: ['system'], why }))

/** Elements of messages that are looked at for their form alone. */
export const OPEN: readonly OpenElement[] = [
  ...coded(
    'AllergyIntolerance.code',
    'AllergyIntolerance.reaction.manifestation',
    'MedicationStatement.dosage.asNeededCodeableConcept',
    'MedicationStatement.dosage.method',
    'MedicationStatement.dosage.route',
    'MedicationStatement.dosage.site',
    'MedicationStatement.medicationCodeableConcept',
    'MedicationStatement.reasonCode',
    'Observation.code',
    'PractitionerRole.code',
    'Procedure.code',
    'Questionnaire.item.answerOption.valueCoding',
    'QuestionnaireResponse.item.answer.valueCoding',
    'ServiceRequest.code',
  ),
  {
    element: 'CarePlan.activity.outcomeCodeableConcept',
    members: ALL,
    why: 'codes of NHS Pathways and AMPDS, of which samples alone are published',
    closedIn: [8],
  },
  { element: 'Condition.category', members: ['display'], why: SNOMED_CT },
  { element: 'Task.code', members: ['code', 'display'], why: SNOMED_CT },
  ...systems(
    SYSTEMS,
    'MedicationStatement.category',
    'Patient.contact.relationship',
    'QuestionnaireResponse.item.item.item.answer.valueCoding',
    'RelatedPerson.relationship',
    'Schedule.serviceCategory',
    'Slot.serviceCategory',
  ),
  ...systems(IDENTIFIERS, 'Encounter.identifier', 'Practitioner.identifier', 'Schedule.identifier'),
]
