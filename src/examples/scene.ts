import type { Flag, Location } from 'fhir/r4'
import { isCadRequest, to, type Write } from './example.ts'

/** Where the patient is. */
export const location: Write<Location> = (example, heading) => ({
  resourceType: 'Location',
  ...heading,
  ...(isCadRequest(example) && { type: [INCIDENT] }),
  name: 'Where the patient is',
  address: { line: ['1 Example Road'], city: 'Leeds', postalCode: 'LS1 4AP' },
  position: { longitude: -1.5491, latitude: 53.7974 },
})

const INCIDENT = {
  coding: [
    {
      system: 'https://fhir.nhs.uk/CodeSystem/location-types-bars',
      code: 'ILOC',
      display: 'Incident Location',
    },
  ],
}

/** Whether the scene is safe, which the Applications of ambulance services ask for. */
export const sceneSafety: Write<Flag> = (_example, heading) => ({
  resourceType: 'Flag',
  ...heading,
  status: 'active',
  category: [
    {
      coding: [
        {
          system: 'https://fhir.nhs.uk/CodeSystem/flag-categories-bars',
          code: 'SS',
          display: 'Scene Safety',
        },
      ],
    },
  ],
  code: {
    coding: [
      {
        system: 'https://fhir.nhs.uk/CodeSystem/scene-safety-codes-bars',
        code: 'S',
        display: 'The Scene is safe',
      },
    ],
  },
  subject: to('Location'),
  encounter: to('Encounter'),
})
