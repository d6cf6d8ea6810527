import { CAD, GP, ONLINE, PHARMACY, PHARMACY_AND_E_RS } from './applications.ts'
import { isBoolean, isNumber } from './formats.ts'
import type { ResourceElement } from './resource-element.ts'
import { coding, identifier, reference, text, there, when } from './rows.ts'
import { CANCELS } from './workflows.ts'

const position = ['longitude', 'latitude'].map((axis) => ({
  path: `position?.${axis}`,
  expected: `the ${axis}`,
  is: isNumber,
}))

/** What the payload tables ask for of who takes part, and where. */
export const PARTIES: Readonly<Record<string, readonly ResourceElement[]>> = {
  Organization: [
    text('name', 'the name of the organisation'),
    ...when({ notIn: PHARMACY }, ...identifier('identifier?[]')),
    ...when({ notIn: PHARMACY, isWarning: true }, there('identifier', 'an identifier')),
    ...when({ onlyIn: PHARMACY_AND_E_RS }, ...coding('type?[]')),
  ],
  Practitioner: [
    ...when({ notIn: PHARMACY_AND_E_RS, warnsOn: CANCELS }, ...identifier('identifier?[]')),
    ...when(
      { notIn: [...ONLINE, ...PHARMACY_AND_E_RS], isWarning: true },
      there('identifier', 'an identifier'),
    ),
  ],
  PractitionerRole: [
    ...when(
      { notIn: PHARMACY_AND_E_RS, warnsOn: CANCELS },
      reference('practitioner', 'Practitioner'),
    ),
    ...when(
      { notIn: [...ONLINE, ...PHARMACY_AND_E_RS], isWarning: true },
      reference('organization', 'Organization'),
    ),
  ],
  HealthcareService: [
    ...when(
      { warnsOn: CANCELS },
      ...identifier('identifier[]'),
      { path: 'active', expected: 'true or false', is: isBoolean },
      text('name', 'the name of the service'),
    ),
    ...when(
      { notIn: PHARMACY_AND_E_RS, warnsOn: CANCELS },
      reference('providedBy', 'Organization'),
    ),
    ...when({ on: ['booking-new'] }, text('id', 'the id that GET /Slot gave it')),
  ],
  Location: when({ warnsOn: CANCELS }, ...position, ...when({ onlyIn: CAD }, ...coding('type?[]'))),
  Device: when(
    { warnsOn: CANCELS },
    text('status', 'whether it is in use'),
    text('deviceName[].name', 'the name of the software'),
    text('deviceName[].type', 'what kind of name it is'),
    reference('owner', 'Organization'),
  ),
  RelatedPerson: when(
    { warnsOn: CANCELS },
    reference('patient', 'Patient'),
    ...coding('relationship[]'),
    there('name[]', 'a name'),
    text('telecom?[].system', 'what kind of number or address it is'),
    text('telecom?[].value', 'the number or address'),
  ),
  Slot: when({ onlyIn: GP, warnsOn: CANCELS }, ...coding('serviceCategory[]')),
  Schedule: when(
    { onlyIn: GP, warnsOn: CANCELS },
    ...identifier('identifier[]'),
    ...coding('serviceCategory[]'),
  ),
}
