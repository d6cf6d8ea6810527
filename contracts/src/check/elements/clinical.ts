import { CAD, CAS_VALIDATION, PHARMACY, PHARMACY_AND_E_RS } from './applications.ts'
import type { ResourceElement } from './resource-element.ts'
import { coding, codings, reference, text, there, when } from './rows.ts'
import { CANCELS } from './workflows.ts'

const subject = reference('subject', 'Patient')
const encounter = reference('encounter', 'Encounter')

/** What the payload tables ask for of what is wrong with the patient, and of what was done. */
const RESOURCES: Readonly<Record<string, readonly ResourceElement[]>> = {
  AllergyIntolerance: [
    ...codings('clinicalStatus?', 'verificationStatus?'),
    reference('patient', 'Patient'),
    reference('encounter?', 'Encounter'),
    reference('recorder?', 'one who wrote it down'),
    reference('asserter?', 'one who says so'),
    ...codings('reaction?[].manifestation[]'),
  ],
  Communication: [
    text('topic.text', 'what it is about'),
    text('sent', 'when it was sent'),
    text('payload[].contentString', 'what was said'),
    ...when({ isWarning: true }, encounter),
  ],
  Condition: [
    there('clinicalStatus', 'whether the patient still has it'),
    ...coding('category[]', 'code', 'display'),
    there('code', 'what it is'),
    subject,
    encounter,
    ...when(
      { onlyIn: PHARMACY_AND_E_RS },
      ...coding('category[]', 'system'),
      text('code.text', 'what it is, in words'),
      there('verificationStatus', 'how certain it is'),
    ),
    ...when({ onlyIn: CAD }, ...coding('clinicalStatus', 'code')),
  ],
  Consent: [
    ...coding('category[]'),
    ...coding('scope', 'system', 'code'),
    ...coding('policyRule', 'system', 'code'),
    reference('patient', 'Patient'),
    text('dateTime', 'when it was given'),
  ],
  Flag: [
    ...coding('category[]'),
    ...coding('code'),
    ...when({ onlyIn: [...CAS_VALIDATION, ...CAD] }, encounter),
  ],
  MedicationStatement: [
    there('medicationCodeableConcept', 'the medicine'),
    subject,
    ...codings(
      'category?',
      'reasonCode?[]',
      'dosage?[].asNeededCodeableConcept?',
      'dosage?[].site?',
      'dosage?[].route?',
      'dosage?[].method?',
    ),
    there('dosage?[].timing?.repeat', 'how often it is taken'),
  ],
  Observation: when(
    { isWarning: true },
    subject,
    ...when({ notIn: PHARMACY }, encounter, text('code.text', 'what was observed, in words')),
  ),
  Procedure: [
    there('code', 'what was done'),
    text('performedPeriod.start', 'when it was begun'),
    subject,
    ...when({ isWarning: true }, encounter),
  ],
  Task: [
    there('code', 'what is to be done'),
    text('authoredOn', 'when it was made'),
    text('focus?.reference', 'a reference to what it is about'),
    ...when({ onlyIn: PHARMACY_AND_E_RS }, ...coding('code')),
  ],
}

/** The same, of which a cancel need not hold anything. */
export const CLINICAL: Readonly<Record<string, readonly ResourceElement[]>> = Object.fromEntries(
  Object.entries(RESOURCES).map(([type, rows]) => [type, when({ warnsOn: CANCELS }, ...rows)]),
)
