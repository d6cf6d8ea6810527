import { asJson, isObject, type Json, list, member } from '../../src/fhir/json.ts'

const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore'
const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem'
const SNOMED = 'http://snomed.info/sct'
const TIME = '2035-01-15T09:00:00+00:00'
const SLOT_START = '2035-01-15T10:00:00+00:00'

const concept = (system: string, code: string, display: string): Json => ({
  coding: [{ system, code, display }],
})

/** What leads to another entry, by the type of its resource. */
const to = (type: string): Json => ({ reference: `→ ${type}` })

/**
 * Resources that messages may hold beside those that they must, each with all that a rule looks at, by
 * the Applications whose tables have it.
 */
const OPTIONAL: readonly (readonly [applications: string, resource: { [key: string]: Json }])[] = [
  [
    '123456',
    {
      resourceType: 'AllergyIntolerance',
      clinicalStatus: concept(`${TERMINOLOGY}/allergyintolerance-clinical`, 'active', 'Active'),
      verificationStatus: concept(
        `${TERMINOLOGY}/allergyintolerance-verification`,
        'confirmed',
        'Confirmed',
      ),
      type: 'allergy',
      category: ['medication'],
      criticality: 'low',
      code: concept(SNOMED, '91936005', 'Allergy to penicillin'),
      patient: to('Patient'),
      encounter: to('Encounter'),
      recordedDate: TIME,
      recorder: to('Practitioner'),
      asserter: to('Patient'),
      reaction: [
        { manifestation: [concept(SNOMED, '271807003', 'Eruption of skin')], severity: 'mild' },
      ],
    },
  ],
  [
    '123456',
    {
      resourceType: 'MedicationStatement',
      status: 'active',
      category: concept(`${TERMINOLOGY}/medication-statement-category`, 'community', 'Community'),
      medicationCodeableConcept: concept(SNOMED, '322236009', 'Paracetamol 500 mg oral tablet'),
      subject: to('Patient'),
      context: to('Encounter'),
      dateAsserted: TIME,
      reasonCode: [concept(SNOMED, '25064002', 'Headache')],
      dosage: [
        {
          text: 'One when needed',
          timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
          asNeededCodeableConcept: concept(SNOMED, '25064002', 'Headache'),
          site: concept(SNOMED, '123851003', 'Mouth region structure'),
          route: concept(SNOMED, '26643006', 'Oral route'),
          method: concept(SNOMED, '421521009', 'Swallow'),
        },
      ],
    },
  ],
  [
    '12',
    {
      resourceType: 'RelatedPerson',
      active: true,
      patient: to('Patient'),
      relationship: [concept(`${TERMINOLOGY}/v3-RoleCode`, 'MTH', 'mother')],
      name: [{ use: 'official', family: 'Example', given: ['Sandy'] }],
      telecom: [{ system: 'phone', value: '07700 900001', use: 'mobile' }],
      gender: 'female',
    },
  ],
  [
    '12',
    {
      resourceType: 'QuestionnaireResponse',
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/questionnaireresponse-reason',
          valueCodeableConcept: { text: 'Rejected services' },
        },
      ],
      status: 'completed',
      subject: to('Patient'),
      encounter: to('Encounter'),
      item: [
        {
          linkId: '1',
          text: 'Services',
          item: [
            {
              linkId: '1.1',
              item: [
                {
                  linkId: '1.1.1',
                  answer: [
                    {
                      valueCoding: {
                        system: 'https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars',
                        code: '24',
                        display: 'Service declined referral',
                      },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  [
    '123456',
    {
      resourceType: 'Observation',
      status: 'final',
      code: {
        coding: [{ system: SNOMED, code: '25064002', display: 'Headache' }],
        text: 'Headache',
      },
      subject: to('Patient'),
      encounter: to('Encounter'),
      effectiveDateTime: SLOT_START,
      performer: [to('Practitioner')],
      valueString: 'Since this morning',
    },
  ],
  [
    '6',
    {
      resourceType: 'Communication',
      status: 'completed',
      priority: 'routine',
      subject: to('Patient'),
      topic: { text: 'Call' },
      encounter: to('Encounter'),
      sent: TIME,
      recipient: [to('Organization')],
      sender: to('Practitioner'),
      payload: [{ contentString: 'The patient called again.' }],
    },
  ],
  [
    '6',
    {
      resourceType: 'Procedure',
      status: 'completed',
      code: concept(SNOMED, '225358003', 'Wound care'),
      subject: to('Patient'),
      encounter: to('Encounter'),
      performedPeriod: { start: TIME },
    },
  ],
  [
    '1234',
    {
      resourceType: 'Flag',
      status: 'active',
      category: [
        concept(
          'https://fhir.nhs.uk/CodeSystem/flag-categories-bars',
          'SG',
          'Safeguarding Concern',
        ),
      ],
      code: concept(
        'https://fhir.nhs.uk/CodeSystem/safeguarding-codes-bars',
        '417430008',
        'Vulnerable adult (finding)',
      ),
      subject: to('Patient'),
      encounter: to('Encounter'),
      period: { start: TIME },
      author: to('Practitioner'),
    },
  ],
]

/** A clean message with all that its Application lets it hold beside. */
export const wholeMessage = (message: unknown, useCase: string): Json => {
  const copy = asJson(message)
  const entries = isObject(copy) && Array.isArray(copy['entry']) ? copy['entry'] : []
  const fullUrls = new Map(
    list(copy, 'entry')
      .toReversed()
      .map((entry) => [
        String(member(member(entry, 'resource'), 'resourceType')),
        String(member(entry, 'fullUrl')),
      ]),
  )
  // What has no Encounter is a booking or a cancel, whose tables have none of these.
  const written = OPTIONAL.filter(
    ([applications]) => fullUrls.has('Encounter') && applications.includes(useCase.charAt(1)),
  )
  for (const [place, [, resource]] of written.entries()) {
    const meta = { lastUpdated: TIME, profile: [`${UK_CORE}-${resource['resourceType']}`] }
    const text = JSON.stringify({ resourceType: resource['resourceType'], meta, ...resource })
    entries.push({
      fullUrl: `urn:uuid:0ba25009-0000-4000-8000-${String(place).padStart(12, '0')}`,
      resource: JSON.parse(
        text.replaceAll(/→ (\w+)/g, (_, type: string) => fullUrls.get(type) ?? ''),
      ),
    })
  }
  return copy
}
