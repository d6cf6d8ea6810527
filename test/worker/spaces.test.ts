import { exports } from 'cloudflare:workers'
import { it } from 'vitest'
import * as z from 'zod'
import { messageBy } from '../support/conversation.ts'
import { requestOf } from '../support/request-of.ts'
import { toRequest } from '../support/sandbox.ts'
import { stopClock } from './clock.ts'
import { gist, ORIGIN, Sender } from './sender.ts'

stopClock()

const FHIR = '/booking-and-referral/FHIR/R4'

/** Writes a request to a path below a root: the origin, or a space. */
type Write = (root: string) => Request

const get =
  (path: string): Write =>
  (root) =>
    new Request(`${root}${path}`)

/** The request of a row of the table. */
const fhir =
  (row: string): Write =>
  (root) =>
    toRequest(requestOf(row), `${root}${FHIR}`)

const PATHS: Readonly<Record<string, Write>> = {
  '/_ping': get('/_ping'),
  '/_status': get('/_status'),
  '/_sandbox/scenarios': get('/_sandbox/scenarios'),
  '/_sandbox/scenarios/{id}': get('/_sandbox/scenarios/booking-accepted'),
  '/_sandbox/scenarios/{id}/message': get('/_sandbox/scenarios/booking-accepted/message'),
  '/metadata without a target': get(`${FHIR}/metadata`),
  '/metadata': fhir('capability-any-service'),
  '/MessageDefinition': fhir('message-definition-any-service'),
  '/Slot': fhir('slot-free'),
  '/Appointment/{id}': fhir('booking-get'),
  '/ServiceRequest/{id}': fhir('referral-get'),
  '/$process-message': fhir('booking-accepted'),
  'a refusal': fhir('booking-conflict-409'),
  'a path that the API does not have': get(`${FHIR}/Patient`),
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** An answer as it is compared: links from the root on, ids that are fresh each time left out. */
const comparable = async (response: Response, root: string) => ({
  status: response.status,
  type: response.headers.get('Content-Type'),
  scenario: response.headers.get('Sandbox-Scenario'),
  body: (await response.text()).replaceAll(root, '').replaceAll(UUID, 'id'),
})

for (const [path, write] of Object.entries(PATHS)) {
  it(`answers ${path} in a space as it does without one, with links into the space`, async ({
    expect,
  }) => {
    const root = `${ORIGIN}/s/team-1`

    const inSpace = await exports.default.fetch(write(root))

    const without = await exports.default.fetch(write(ORIGIN))
    const answer = await comparable(inSpace, root)
    expect(answer).toEqual(await comparable(without, ORIGIN))
    expect(answer.body).not.toContain(ORIGIN)
  })
}

it('puts the organisation of a provider state into the space addressed', async ({ expect }) => {
  const sender = new Sender()
  const response = await exports.default.fetch(`${ORIGIN}/s/${sender.space}/_pact/state`, {
    method: 'POST',
    body: '{"state":"111-ED: appointment-booked","action":"setup"}',
  })

  const { ods: odsCode } = z.object({ ods: z.string() }).parse(await response.json())

  const inSpace = await new Sender({ space: sender.space, odsCode }).record()
  expect(inSpace).toMatchObject({ state: 'appointment-booked' })
  expect(await new Sender({ odsCode }).record()).toMatchObject({ state: 'initial' })
})

it('knows the public space by its name and without one', async ({ expect }) => {
  const odsCode = crypto.randomUUID().slice(0, 8).toUpperCase()
  const named = new Sender({ space: 'public', odsCode })
  const unnamed = toRequest(messageBy(odsCode, 'book'), `${ORIGIN}${FHIR}`)

  const book = await exports.default.fetch(unnamed)
  const refer = await named.does('refer-linked')

  const record = await exports.default.fetch(`${ORIGIN}/_sandbox/organisations/${odsCode}`)
  expect([book, refer].map(gist)).toEqual([
    [200, '111-ed-book-initial'],
    [200, '111-ed-refer-linked-appointment-booked'],
  ])
  expect(await record.json()).toEqual(await named.record())
})

it('shares a state with no other space', async ({ expect }) => {
  const [sender, other] = [new Sender(), new Sender()]
  await sender.reach('referral-created')
  const before = await sender.record()

  await other.does('book')
  await other.control('DELETE')

  expect(await sender.record()).toEqual(before)
  expect(await other.record()).toMatchObject({ space: other.space, state: 'initial' })
})
