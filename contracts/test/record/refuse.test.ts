import { readdirSync } from 'node:fs'
import { it } from 'vitest'
import { type Client, recordPact, type ScenarioId } from '../../src/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { type Change, sends } from './client.ts'

const BOOKING = 'booking-accepted'

/** Why a recording is refused; fails the test when a file was written all the same. */
const refusal = async (id: ScenarioId, client: Client): Promise<unknown> => {
  const dir = scratchFolder()
  const error = await recordPact(id, client, { consumer: 'acme', dir }).catch(
    (caught: unknown) => caught,
  )
  const written = readdirSync(dir)
  return written.length > 0 ? written : error
}

const message = async (id: ScenarioId, client: Client): Promise<string> => {
  const error = await refusal(id, client)
  return error instanceof Error ? error.message : String(error)
}

it('writes nothing for a client that throws, and passes its error on', async ({ expect }) => {
  const error = new Error('expected 200 to be 409')

  const refused = await refusal(BOOKING, async (baseUrl, fetch) => {
    await sends(BOOKING)(baseUrl, fetch)
    throw error
  })

  expect(refused).toBe(error)
})

it('explains the error of a client whose request was wrong', async ({ expect }) => {
  const error = new Error('HTTP 400')

  const refused = await refusal(BOOKING, async (baseUrl, fetch) => {
    await sends(BOOKING, (body) => body.replace('"booked"', '"bookd"'))(baseUrl, fetch)
    throw error
  })

  expect(refused).toMatchObject({ name: 'NotRecorded', cause: error })
  expect(`${refused}`).toMatch(
    /^NotRecorded: Scenario 'booking-accepted' was not recorded: the client failed with 'HTTP 400' after a contract violation/,
  )
  expect(`${refused}`).toContain('Bundle.entry[1].resource.status\n')
})

it('refuses a request that violates the scenario though it chooses it', async ({ expect }) => {
  const unnamed: Change = (body) => body.replace('"intent":"plan",', '')

  const refused = await message('referral-accepted', sends('referral-accepted', unnamed))

  expect(refused).toMatch(
    /^Scenario 'referral-accepted' was not recorded: contract violation in scenario 'referral-accepted': POST \/\$process-message\n/,
  )
  expect(refused).toContain('Bundle.entry[1].resource.intent\n')
})

it('refuses a client that chose another scenario, and tells what it did', async ({ expect }) => {
  const refused = await message('booking-conflict-409', sends(BOOKING))

  expect(refused).toMatch(
    `Scenario 'booking-conflict-409' was not recorded: no request of the client chose it.
  POST /$process-message was answered 200, booking-accepted
contract violation in scenario 'booking-conflict-409': POST /$process-message
`,
  )
})

it('refuses a client that sent nothing', async ({ expect }) => {
  expect(await message(BOOKING, () => undefined)).toBe(
    "Scenario 'booking-accepted' was not recorded: the client sent no request to the FHIR API.",
  )
})

it('refuses a client that chose the scenario in two ways', async ({ expect }) => {
  const refused = await message(BOOKING, async (baseUrl, fetch) => {
    await sends(BOOKING)(baseUrl, fetch)
    await sends(BOOKING, (body) => body.replace('"gender":"other"', '"gender":"male"'))(
      baseUrl,
      fetch,
    )
  })

  expect(refused).toBe(
    "Scenario 'booking-accepted' was not recorded: the client sent several requests that choose it, and not the same.",
  )
})

it('refuses a scenario that needs several states in turn', async ({ expect }) => {
  const id = '111-ed-get-referral-revoked'

  expect(await message(id, sends(id))).toBe(
    `Scenario '${id}' was not recorded: it needs several states in turn, and an interaction has one.`,
  )
})

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
]

for (const [what, where, change] of HOLDING) {
  it(`refuses a request that holds ${what}`, async ({ expect }) => {
    const refused = await message('referral-accepted', sends('referral-accepted', change))

    expect(refused).toBe(
      `Scenario 'referral-accepted' was not recorded: a pact must not hold an NHS number that may be somebody's: ${where}. Use the scenario's own.`,
    )
  })
}

it('takes a number that is nobody’s NHS number', async ({ expect }) => {
  const id = 'referral-accepted'
  const change = patient({ system: 'https://acme.example/patient', value: '9434765910' })

  const file = await recordPact(id, sends(id, change), {
    consumer: 'acme',
    dir: scratchFolder(),
  })

  expect(file).toMatch(/acme-bars-receiver.json$/)
})
