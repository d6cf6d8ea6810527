import { focusType, isResponse, WORKFLOWS } from '../../../../src/bars/workflow.ts'
import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import { placesAt } from '../places.ts'
import type { Finding, Rule } from '../rule.ts'

/** A reference and the types of resource that it may lead to. */
type Lead = readonly [type: string, path: string, to: readonly string[]]

// biome-ignore format: a table reads by column
const LEADS: readonly Lead[] = [
  ['MessageHeader',     'sender?.reference',                  ['Organization']],
  ['MessageHeader',     'destination?[].receiver?.reference', ['Organization']],
  ['Appointment',       'slot?[].reference',                  ['Slot']],
  ['Appointment',       'basedOn?[].reference',               ['ServiceRequest']],
  ['ServiceRequest',    'subject?.reference',                 ['Patient']],
  ['ServiceRequest',    'encounter?.reference',               ['Encounter']],
  ['ServiceRequest',    'basedOn?[].reference',               ['CarePlan']],
  ['ServiceRequest',    'locationReference?[].reference',     ['Location']],
  ['Encounter',         'subject?.reference',                 ['Patient']],
  ['CarePlan',          'subject?.reference',                 ['Patient']],
  ['CarePlan',          'encounter?.reference',               ['Encounter']],
  ['Consent',           'patient?.reference',                 ['Patient']],
  ['HealthcareService', 'providedBy?.reference',              ['Organization']],
  ['PractitionerRole',  'practitioner?.reference',            ['Practitioner']],
  ['PractitionerRole',  'organization?.reference',            ['Organization']],
  ['Slot',              'schedule?.reference',                ['Schedule']],
]

/** Rules for what references lead to. */
export const REFERENCE_TYPE_RULES: readonly Rule[] = [
  {
    source: CLAUSES.r4,
    find: ({ message }) => (message ? LEADS.flatMap((lead) => misleading(message, lead)) : []),
  },
  { source: CLAUSES.header, find: ({ message }) => (message ? wrongFocus(message) : []) },
]

const misleading = (message: CheckedMessage, [type, path, to]: Lead): readonly Finding[] =>
  message.entries
    .filter(({ entry }) => entry.resource.resourceType === type)
    .flatMap(({ where, entry }) => placesAt(entry.resource, path, where))
    .flatMap(({ where, value }) => {
      const led = message.led(value)?.entry.resource.resourceType
      return led === undefined || to.includes(led) ? [] : [leadsTo(where, to, led)]
    })

const leadsTo = (where: string, to: readonly string[], led: string): Finding => ({
  where,
  expected: `a reference to the ${to.join(' or the ')}`,
  received: `a reference to the ${led}`,
})

// A response may be about the responder's Encounter (Application 4).
const wrongFocus = (message: CheckedMessage): readonly Finding[] => {
  const { workflow } = message
  if (workflow === undefined) return []
  const type = focusType(WORKFLOWS[workflow].event)
  const to = isResponse(workflow) ? [type, 'Encounter'] : [type]
  return misleading(message, ['MessageHeader', 'focus?[].reference', to])
}
