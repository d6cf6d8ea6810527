import { it } from 'vitest'
import { recordPact } from '../../src/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { type Change, sends } from './client.ts'
import { message } from './refusal.ts'

const ID = 'referral-accepted'

const REAL = '9434765919'
const NHS = 'https://fhir.nhs.uk/Id/nhs-number'
const another = (identifier: object): Change => {
  const json = JSON.stringify(identifier)
  return (body) =>
    body.replace(
      '"resourceType":"Patient",',
      `"resourceType":"Patient","link":[{"other":{"identifier":${json}},"type":"seealso"}],`,
    )
}
const patient =
  (identifier: object): Change =>
  (body) =>
    body.replace(
      '"identifier":[{"extension"',
      `"identifier":[${JSON.stringify(identifier)},{"extension"`,
    )

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
]

for (const [what, where, change] of HOLDING) {
  it(`refuses a request that holds ${what}`, async ({ expect }) => {
    const refused = await message(ID, sends(ID, change))

    expect(refused).toBe(
      `Scenario '${ID}' was not recorded: a pact must not hold an NHS number that may be somebody's: ${where}. Use the scenario's own.`,
    )
  })
}

it('takes a number that is nobody’s NHS number', async ({ expect }) => {
  const change = patient({ system: 'https://acme.example/patient', value: '9434765910' })

  const file = await recordPact(ID, sends(ID, change), {
    consumer: 'acme',
    dir: scratchFolder(),
  })

  expect(file).toMatch(/acme-bars-receiver.json$/)
})
