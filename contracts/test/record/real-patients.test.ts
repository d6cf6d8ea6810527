import { it } from 'vitest'
import { writeHeaderJson } from '../../../src/bars/headers.ts'
import { buildRequest, type Client, recordPact } from '../../src/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { another, inContact, inExtension, inPatient, NHS, patient, REAL } from './changes.ts'
import { type Change, sends } from './client.ts'
import { message } from './refusal.ts'

const ID = 'referral-accepted'

const HOLDING: readonly (readonly [what: string, where: string, change: Change])[] = [
  [
    'an NHS number among the identifiers of the Patient',
    'Bundle.entry[2].resource.identifier[0]',
    patient({ value: REAL }),
  ],
  [
    'an NHS number in groups, of a local system',
    'Bundle.entry[2].resource.identifier[0]',
    patient({ system: 'https://acme.example/patient', value: '943 476 5919' }),
  ],
  [
    'an NHS number elsewhere',
    'Bundle.entry[2].resource.link[0].other.identifier',
    another({ system: NHS, value: REAL }),
  ],
  [
    'anything in the system of NHS numbers',
    'Bundle.entry[2].resource.link[0].other.identifier',
    another({ system: 'http://fhir.nhs.uk/id/nhs-number', value: '123' }),
  ],
  [
    'an NHS number in any text, as a search would name it',
    'Bundle.entry[2].resource.link[0].other.display',
    (body) => another({})(body).replace('"identifier":{}', `"display":"${NHS}|${REAL}"`),
  ],
  [
    'an NHS number in words',
    'Bundle.entry[2].resource.contact[0].name.text',
    inContact('"name":{"text":"The patient, NHS number 943 476 5919"}'),
  ],
  [
    'an NHS number with hyphens, in an address',
    'Bundle.entry[2].resource.contact[0].address.text',
    inContact('"address":{"text":"(943-476-5919)"}'),
  ],
  [
    'an NHS number in the identifier of a reference, of a system of its own',
    'Bundle.entry[2].resource.managingOrganization.identifier.value',
    inPatient(`"managingOrganization":{"identifier":{"system":"local","value":"${REAL}"}}`),
  ],
  [
    'an NHS number that is written as a number',
    'Bundle.entry[2].resource.contact[0].extension[1].valueDecimal',
    inExtension(`"valueDecimal":${REAL}`),
  ],
  [
    'an NHS number for a key',
    'Bundle.entry[2].resource.contained[0]',
    inPatient(
      `"contained":[{"resourceType":"Basic","id":"1","_${REAL}":"x"}],"managingOrganization":{"reference":"#1"}`,
    ),
  ],
]

const told = (where: string): string =>
  `Scenario '${ID}' was not recorded: a pact must not hold an NHS number that may be somebody's: ${where}. Use the scenario's own.`

for (const [what, where, change] of HOLDING) {
  it(`refuses a request that holds ${what}`, async ({ expect }) => {
    const refused = await message(ID, sends(ID, change))

    expect(refused).toBe(told(where))
  })
}

const asking =
  (path: string, headers: Readonly<Record<string, string>> = {}): Client =>
  async (baseUrl) => {
    const request = buildRequest('slot-free')
    await fetch(`${baseUrl}${request.path}${path}`, { headers: { ...request.headers, ...headers } })
  }

it('refuses a search that holds an NHS number, however it is escaped', async ({ expect }) => {
  const searches = ['&_format=json;of=943%20476%205919', `&_format=json;${REAL}`]

  const refused = await Promise.all(searches.map((each) => message('slot-free', asking(each))))

  expect(refused).toEqual(searches.map(() => told('the path').replace(ID, 'slot-free')))
})

it('refuses an NHS number within a base64 header', async ({ expect }) => {
  const headers = {
    'NHSD-End-User-Organisation': {
      resourceType: 'Organization',
      identifier: [
        { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'A1001' },
        { system: NHS, value: REAL },
      ],
      name: 'Acme',
    },
    'NHSD-Requesting-Software': {
      resourceType: 'Device',
      identifier: [{ system: 'https://acme.example/Id', value: 'A1' }],
      deviceName: [{ name: `for ${REAL}`, type: 'manufacturer-name' }],
      version: [{ value: '1.0' }],
    },
  }
  const sent = Object.entries(headers).map(([name, json]) => [name, writeHeaderJson(json)])

  const refused = await message('slot-free', asking('', Object.fromEntries(sent)))

  expect(refused).toBe(
    told(
      'header NHSD-End-User-Organisation.identifier[1], header NHSD-Requesting-Software.deviceName[0].name',
    ).replace(ID, 'slot-free'),
  )
})

const NOBODYS: readonly (readonly [what: string, change: Change])[] = [
  [
    'a number that fails Modulus 11',
    patient({ system: 'https://acme.example/patient', value: '9434765910' }),
  ],
  ['a longer run of digits', inContact(`"name":{"text":"0${REAL} ${REAL}0"}`)],
  ['a telephone number', inContact('"name":{"text":"+44 943 476 5919, +44 (0)943 476 5919"}')],
  [
    'an id that each run makes afresh',
    (body) => body.replaceAll('0ba25000-0000-4000-8000-00', '0ba25000-0000-4000-8000-94'),
  ],
  ['the id of a service', inContact('"name":{"text":"1503499715"}')],
  ['the NHS number of a sentinel', inContact('"name":{"text":"NHS number 905 461 3556"}')],
  [
    'a concept of SNOMED CT',
    inExtension(
      `"valueCoding":{"system":"http://snomed.info/sct","code":"${REAL}","display":"Pain"}`,
    ),
  ],
]

for (const [what, change] of NOBODYS) {
  it(`takes ${what}`, async ({ expect }) => {
    const file = await recordPact(ID, sends(ID, change), { consumer: 'acme', dir: scratchFolder() })

    expect(file).toMatch(/acme-bars-receiver.json$/)
  })
}
