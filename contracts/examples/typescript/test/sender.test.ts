import { createRequire } from 'node:module'
import { checkRequest, createSandbox, recordPact, runSequence, startStub } from 'bars-contracts'
import { assert, it } from 'vitest'
import { cancelledBooking } from '../src/messages.ts'
import { processMessage } from '../src/requests.ts'
import { createSender } from '../src/sender.ts'
import { ANYBODY, meet, ODS_CODE, PROMISES, statusOf, TAKEN } from './promises.ts'

const requireJson = createRequire(import.meta.url)

/** Of this patient the sandbox remembers the booking and the referral. */
const FOLLOWED = '9707606312'

it('writes a cancellation as BaRS asks', () => {
  const times = { start: '2035-01-15T10:00:00Z', end: '2035-01-15T10:15:00Z' }
  const slot = { resourceType: 'Slot', ...times }
  const message = cancelledBooking(ODS_CODE, ANYBODY, slot, '2f1b7c1e-3c1f-4f0e-9a57-0c3a1d2b4e5f')

  const { ok, warnings, text } = checkRequest(
    'booking-cancelled',
    processMessage(ODS_CODE, message),
  )

  assert(ok && warnings.length === 0, text)
})

it('books, refers and cancels', async ({ expect, onTestFinished }) => {
  const stub = await startStub({ strict: true, warningsAsErrors: true })
  onTestFinished(stub.close)
  const sender = createSender(stub.fhirUrl, ODS_CODE)

  const place = await sender.findFreeSlot()
  const appointment = await sender.book(ANYBODY, place)
  const referral = await sender.refer(ANYBODY, place, appointment)
  await sender.cancelReferral(ANYBODY, referral)
  await sender.cancelBooking(ANYBODY, place, appointment)

  expect(stub.violations()).toEqual([])
})

it('has one booking at a time, and a referral that is linked to it', async ({ expect }) => {
  const { fetch, fhirPath, state } = createSandbox({ strict: true, warningsAsErrors: true })
  const sender = createSender(`http://sandbox.test${fhirPath}`, ODS_CODE, fetch)
  const place = await sender.findFreeSlot()
  let [appointment, referral] = ['', '']
  const doing = {
    book: async () => {
      appointment = await sender.book(FOLLOWED, place)
    },
    'update-booking': () => sender.updateBooking(FOLLOWED, place, appointment),
    'refer-linked': async () => {
      referral = await sender.refer(FOLLOWED, place, appointment)
    },
    'refer-mislinked': () => sender.refer(FOLLOWED, place, crypto.randomUUID()),
    'cancel-referral': () => sender.cancelReferral(FOLLOWED, referral),
    'cancel-booking': () => sender.cancelBooking(FOLLOWED, place, appointment),
  }

  await runSequence('111-ED/rebook', async ({ event }) => ({
    status: await statusOf(doing[event]()),
  }))

  expect(await state(ODS_CODE)).toBe('referral-created')
})

it('says so when a Slot is taken', async ({ expect }) => {
  const file = await recordPact(
    'booking-conflict-409',
    async (baseUrl) => {
      const sender = createSender(baseUrl, ODS_CODE)
      const place = await sender.findFreeSlot()

      const status = await statusOf(sender.book(TAKEN, place))

      expect(status).toBe(409)
    },
    { consumer: 'calder-telehealth', dir: 'pacts' },
  )

  expect(file).toBe('pacts/calder-telehealth-bars-receiver.json')
})

it.for(PROMISES)('meets $scenario on Pact’s mock server', async (promised, { expect }) => {
  const { fetch, fhirPath } = createSandbox()
  const place = await createSender(`http://sandbox.test${fhirPath}`, ODS_CODE, fetch).findFreeSlot()
  const { interactions } = requireJson(`bars-contracts/pacts/scenarios/${promised.scenario}.json`)

  const became = await meet(promised, interactions[0], place, 'pacts/mock')

  expect(became).toEqual(promised.becomes)
})
