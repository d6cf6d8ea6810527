import type { Patient } from 'fhir/r4'
import { SYSTEMS } from '../bars/code-systems.ts'
import type { Write } from './example.ts'

const VERIFIED = {
  url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus',
  valueCodeableConcept: {
    coding: [
      {
        system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus',
        code: 'number-present-and-verified',
        display: 'Number present and verified',
      },
    ],
  },
}

export const patient: Write<Patient> = ({ nhsNumber }, heading) => ({
  resourceType: 'Patient',
  ...heading,
  ...(nhsNumber && {
    identifier: [{ extension: [VERIFIED], system: SYSTEMS.nhsNumber, value: nhsNumber }],
  }),
  name: [{ use: 'official', family: 'Example', given: ['Alex'] }],
  gender: 'other',
  birthDate: '1980-02-29',
  address: [{ use: 'home', line: ['1 Example Road'], city: 'Leeds', postalCode: 'LS1 4AP' }],
  contact: [
    {
      extension: [
        {
          url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ContactRank',
          valuePositiveInt: 1,
        },
      ],
      relationship: [
        {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
              code: 'ONESELF',
              display: 'self',
            },
          ],
        },
      ],
      telecom: [{ system: 'phone', value: '07700 900000', use: 'mobile', rank: 1 }],
    },
  ],
})
