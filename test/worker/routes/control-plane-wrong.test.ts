import { exports } from 'cloudflare:workers'
import { it } from 'vitest'
import { controlPlaneAnswer, problem, told } from '../../support/expected/control-plane.ts'
import { stopClock } from '../clock.ts'
import { ORIGIN, Sender } from '../sender.ts'

stopClock()

const ask = (path: string, method = 'GET'): Promise<Response> =>
  exports.default.fetch(`${ORIGIN}/s/${crypto.randomUUID()}/_sandbox${path}`, { method })

for (const odsCode of [
  'AB',
  'A'.repeat(13),
  'A-1001',
  'A%201001',
  'A1001%C3%A9',
  '%20%20%20',
  'ZEBULON-KLEMPERER',
  '9434765919',
]) {
  for (const [method, path] of [
    ['GET', ''],
    ['DELETE', ''],
    ['PUT', '/state'],
  ] as const) {
    it(`answers 400 to ${method} of the ODS code ${odsCode}${path}`, async ({ expect }) => {
      const response = await ask(`/organisations/${odsCode}${path}`, method)

      const detail =
        'The ODS code in the path: received another text; expected 3 to 12 letters and digits.'
      expect(await controlPlaneAnswer(response)).toEqual(problem(400, detail))
    })
  }
}

for (const odsCode of ['rx1', '%20RX1%20', 'Rx1']) {
  it(`takes ${odsCode} in a path for RX1`, async ({ expect }) => {
    const sender = new Sender({ odsCode: 'RX1' })
    await sender.does('book')

    const response = await new Sender({ space: sender.space, odsCode }).control('GET')

    expect(await controlPlaneAnswer(response)).toEqual(told(await sender.record()))
  })
}

const VERBS = [
  ['/organisations/A1001', ['POST', 'PUT', 'PATCH'], 'GET, HEAD, DELETE'],
  ['/organisations/A1001/state', ['GET', 'POST', 'DELETE', 'PATCH'], 'PUT'],
] as const

for (const [path, verbs, allow] of VERBS) {
  for (const verb of verbs) {
    it(`answers 405 to ${verb} ${path} and tells what is allowed`, async ({ expect }) => {
      const response = await ask(path, verb)

      const detail = `The request method: received ${verb}; expected ${allow}.`
      expect(await controlPlaneAnswer(response)).toEqual(problem(405, detail, allow))
    })
  }
}

it('answers HEAD of an organisation as GET, without the body', async ({ expect }) => {
  const response = await ask('/organisations/A1001', 'HEAD')

  expect([response.status, await response.text()]).toEqual([200, ''])
})

const NO_SCENARIO = 'There is no such scenario. GET /_sandbox/scenarios lists them all.'
const NEAR_SCENARIO =
  'There is no such scenario. Did you mean booking-get? GET /_sandbox/scenarios lists them all.'
const PATHS =
  'The control plane has /_sandbox/scenarios, /_sandbox/services, /_sandbox/organisations/{ods}, ' +
  '/_sandbox/reports/{id} and /_sandbox/validate.'

const NOT_FOUND = {
  '/scenarios/no-such': NO_SCENARIO,
  '/scenarios/no-such/message': NO_SCENARIO,
  '/scenarios/Booking_Get': NEAR_SCENARIO,
  '/scenarios/booking-get/message': 'Scenario booking-get is chosen by a read and has no message.',
  '/': PATHS,
  '/organisations': PATHS,
  '/organisations/A1001/history': PATHS,
  '/no-such': PATHS,
}

for (const [path, detail] of Object.entries(NOT_FOUND)) {
  it(`answers 404 to ${path}`, async ({ expect }) => {
    expect(await controlPlaneAnswer(await ask(path))).toEqual(problem(404, detail))
  })
}

it('shows each cell of the state table as a scenario, with the states to go through first', async ({
  expect,
}) => {
  const response = await ask('/scenarios/111-ed-refer-mislinked-appointment-booked')

  expect(await controlPlaneAnswer(response)).toEqual(
    told({
      id: '111-ed-refer-mislinked-appointment-booked',
      suite: '111-ED',
      title: expect.any(String),
      applications: ['111-ED'],
      on: ['referral-new'],
      sentinels: { in: 'Patient.identifier', values: ['9707606312', '9728928254'] },
      status: 409,
      source: expect.stringContaining('Stateful Scenarios'),
      given: ['appointment-booked'],
      request: expect.objectContaining({ method: 'POST', path: '/$process-message' }),
    }),
  )
})
