import { CARE } from './care.ts'
import { CLINICAL } from './clinical.ts'
import { FOCUS } from './focus.ts'
import { PARTIES } from './parties.ts'
import { QUESTIONNAIRES } from './questionnaires.ts'
import type { ResourceElement } from './resource-element.ts'

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
export const PAYLOAD: Readonly<Record<string, readonly ResourceElement[]>> = {
  ...FOCUS,
  ...PARTIES,
  ...CARE,
  ...CLINICAL,
  ...QUESTIONNAIRES,
}
