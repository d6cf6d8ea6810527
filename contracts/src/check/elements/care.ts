import { AMBULANCE, CAD, E_RS, ONLINE, PHARMACY, PHARMACY_AND_E_RS, UEC } from './applications.ts'
import type { ResourceElement } from './resource-element.ts'
import { coding, members, reference, text, there, when } from './rows.ts'
import { CANCELS, FULL, INTERIM, REQUESTS } from './workflows.ts'

const encounter: readonly ResourceElement[] = [
  ...members('class', 'system', 'code', 'display'),
  reference('subject', 'Patient'),
  reference('episodeOfCare[]', 'journey: EpisodeOfCare/<UUID>'),
  ...when(
    {
      on: [INTERIM, FULL, 'referral-response-short'],
    },
    ...coding('reasonCode?[]'),
  ),
  ...when({ onlyIn: AMBULANCE }, text('period.start', 'when it began')),
  ...when(
    { on: REQUESTS, onlyIn: CAD },
    text('statusHistory[].period.start', 'since when it was'),
    reference('location[].location', 'Location'),
  ),
]

const carePlan: readonly ResourceElement[] = [
  reference('encounter', 'Encounter'),
  there('activity[]', 'an activity'),
  ...when({ notIn: E_RS, isWarning: true }, text('period.start', 'when it begins')),
  ...when({ notIn: PHARMACY }, there('activity[].outcomeCodeableConcept[]', 'what was found')),
  ...when(
    { onlyIn: [...UEC, ...ONLINE] },
    text('activity[].outcomeCodeableConcept[].text', 'what was found, in words'),
  ),
  ...when(
    { onlyIn: PHARMACY_AND_E_RS },
    reference('addresses[]', 'Condition'),
    reference('activity[].reference', 'Task'),
  ),
  ...when(
    { onlyIn: E_RS },
    ...coding('activity[].outcomeCodeableConcept[]'),
    text('activity[].detail.status', 'how far it is'),
    reference('activity[].detail.performer[]', 'one who does it'),
  ),
]

/** What the payload tables ask for of the care itself. */
export const CARE: Readonly<Record<string, readonly ResourceElement[]>> = {
  CarePlan: when({ warnsOn: CANCELS }, ...carePlan),
  Encounter: when({ warnsOn: CANCELS }, ...encounter),
}
