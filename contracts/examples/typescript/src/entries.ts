/** What messages are made of. */

import { BARS, CODES, coding, type Entry, HL7, IDS, now, UK_CORE } from './fhir.ts'

type Elements = Readonly<Record<string, unknown>>

const USE_CASE = coding(`${CODES}/usecases-categories-bars`, 'a1t1', '111 to ED')
const REFERRAL = coding(`${CODES}/message-category-servicerequest`, 'referral', 'Transfer of Care')
const VERIFICATION = 'NHSNumberVerificationStatus'
const VERIFIED = coding(
  `https://fhir.hl7.org.uk/CodeSystem/UKCore-${VERIFICATION}`,
  'number-present-and-verified',
  'Number present and verified',
)

export const entry = (
  resourceType: string,
  elements: Elements,
  profile = `${UK_CORE}/UKCore-${resourceType}`,
): Entry => ({
  fullUrl: `urn:uuid:${crypto.randomUUID()}`,
  resource: { resourceType, meta: { lastUpdated: now(), profile: [profile] }, ...elements },
})

/** A reference to an entry of the same message. */
export const to = ({ fullUrl }: Entry) => ({ reference: fullUrl })

export const organisation = (name: string, odsCode: string): Entry =>
  entry('Organization', {
    name,
    identifier: [{ system: `${IDS}/ods-organization-code`, value: odsCode }],
  })

export const patient = (nhsNumber: string): Entry =>
  entry('Patient', {
    identifier: [
      {
        system: `${IDS}/nhs-number`,
        value: nhsNumber,
        extension: [
          {
            url: `${UK_CORE}/Extension-UKCore-${VERIFICATION}`,
            valueCodeableConcept: { coding: [VERIFIED] },
          },
        ],
      },
    ],
    name: [{ use: 'official', family: 'Calder', given: ['Jo'] }],
    birthDate: '1985-04-12',
    address: [{ use: 'home', line: ['1 Weir Lane'], postalCode: 'ZZ99 3WZ' }],
    contact: [
      {
        extension: [{ url: `${UK_CORE}/Extension-UKCore-ContactRank`, valuePositiveInt: 1 }],
        relationship: [{ coding: [coding(`${HL7}/v3-RoleCode`, 'ONESELF', 'self')] }],
        telecom: [{ system: 'phone', value: '07700 900444' }],
      },
    ],
  })

export const appointment = (status: string, person: Entry, elements: Elements): Entry =>
  entry('Appointment', {
    status,
    serviceCategory: [{ coding: [USE_CASE] }],
    participant: [{ actor: to(person), status: 'accepted' }],
    ...elements,
  })

export const serviceRequest = (status: string, person: Entry, elements: Elements): Entry =>
  entry(
    'ServiceRequest',
    {
      status,
      intent: 'plan',
      category: [{ coding: [REFERRAL, USE_CASE] }],
      occurrencePeriod: { start: now(), end: now(60) },
      subject: to(person),
      ...elements,
    },
    `${BARS}/BARSServiceRequest-request-referral`,
  )

/** Who took the call. */
export const clinician = (employer: Entry) => {
  const practitioner = entry('Practitioner', {
    identifier: [{ system: `${IDS}/sds-role-profile-id`, value: '555000000444' }],
  })
  const role = entry('PractitionerRole', {
    practitioner: to(practitioner),
    organization: to(employer),
  })
  return { practitioner, role }
}

/** What the call came to. */
export const triage = (person: Entry) => {
  const encounter = entry('Encounter', {
    status: 'triaged',
    class: coding(`${HL7}/v3-ActCode`, 'EMER', 'emergency'),
    subject: to(person),
    episodeOfCare: [{ reference: `EpisodeOfCare/${crypto.randomUUID()}` }],
  })
  const carePlan = entry('CarePlan', {
    status: 'completed',
    intent: 'plan',
    subject: to(person),
    encounter: to(encounter),
    period: { start: now() },
    activity: [{ outcomeCodeableConcept: [{ text: 'To be seen within the hour.' }] }],
  })
  return { encounter, carePlan, consent: consent(person) }
}

const consent = (person: Entry): Entry =>
  entry('Consent', {
    status: 'active',
    scope: { coding: [coding(`${HL7}/consentscope`, 'patient-privacy', 'Privacy Consent')] },
    category: [{ coding: [coding(`${CODES}/consent-categories-bars`, 'DRC', 'Direct Care')] }],
    patient: to(person),
    dateTime: now(),
    policyRule: { coding: [coding(`${HL7}/v3-ActCode`, 'IMPLIED', 'implied consent')] },
  })
