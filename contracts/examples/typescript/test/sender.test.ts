import { checkRequest, createSandbox, recordPact, runSequence, startStub } from 'bars-contracts'
import { assert, it } from 'vitest'
import { cancelledBooking } from '../src/messages.ts'
import { processMessage } from '../src/requests.ts'
import { createSender, Refused } from '../src/sender.ts'

// Any code will do: each test has a sandbox of its own.
const ODS_CODE = 'C4L'
const ANYBODY = '9054613556'
/** For this patient every Slot is taken. */
const TAKEN = '9933902830'
/** Of this patient the sandbox remembers the booking and the referral. */
const FOLLOWED = '9707606312'

it('writes a cancellation as BaRS asks', () => {
  const message = cancelledBooking(ODS_CODE, ANYBODY, '2f1b7c1e-3c1f-4f0e-9a57-0c3a1d2b4e5f')

  const { ok, text } = checkRequest('booking-cancelled', processMessage(ODS_CODE, message))

  assert(ok, text)
})

it('books, refers and cancels', async ({ expect, onTestFinished }) => {
  const stub = await startStub({ strict: true })
  onTestFinished(stub.close)
  const sender = createSender(stub.fhirUrl, ODS_CODE)

  const place = await sender.findFreeSlot()
  const appointment = await sender.book(ANYBODY, place)
  const referral = await sender.refer(ANYBODY, place, appointment)
  await sender.cancelReferral(ANYBODY, referral)
  await sender.cancelBooking(ANYBODY, appointment)

  expect(stub.violations()).toEqual([])
})

/** The status that a Receiver answered with. */
const statusOf = (answered: Promise<unknown>): Promise<number> =>
  answered.then(
    () => 200,
    (error) => {
      if (error instanceof Refused) return error.status
      throw error
    },
  )

it('has one booking at a time, and a referral that is linked to it', async ({ expect }) => {
  const { fetch, fhirPath, state } = createSandbox({ strict: true })
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
    'cancel-booking': () => sender.cancelBooking(FOLLOWED, appointment),
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
