/** What BaRS does with each type of resource: reads by id, and searches with these parameters. */
export const RESOURCES = {
  MessageDefinition: {
    type: 'MessageDefinition',
    interaction: [{ code: 'search-type' }],
    searchParam: [
      { name: 'context', type: 'token', documentation: 'The service, and its use case.' },
    ],
  },
  Appointment: { type: 'Appointment', interaction: [{ code: 'read' }] },
  ServiceRequest: { type: 'ServiceRequest', interaction: [{ code: 'read' }] },
  Slot: {
    type: 'Slot',
    interaction: [{ code: 'search-type' }],
    searchInclude: [
      'Slot:schedule',
      'Schedule:actor:HealthcareService',
      'Schedule:actor:Practitioner',
      'Schedule:actor:PractitionerRole',
      'HealthcareService:providedBy',
      'HealthcareService:location',
      'Slot:*',
    ],
    searchParam: [
      { name: 'Schedule.actor:HealthcareService', type: 'token', documentation: 'The service.' },
      { name: 'start', type: 'date', documentation: 'Twice: from (ge or gt) and to (le or lt).' },
      { name: 'status', type: 'token', documentation: 'free, busy or both.' },
    ],
  },
} as const

export type CapableType = Exclude<keyof typeof RESOURCES, 'MessageDefinition'>
