import { runInDurableObject } from 'cloudflare:test'
import { it } from 'vitest'
import { organisationsIn } from '../../../../durable/organisations.ts'
import { readOdsCode } from '../../../../src/bars/organisation.ts'
import { OVERLOADED, UNAVAILABLE } from '../../../../src/bars/storage.ts'
import { REFERRAL } from '../../../support/conversation.ts'
import { stopClock } from '../../clock.ts'
import { gist, Sender } from '../../sender.ts'

stopClock()

const run = (sender: Sender, sql: string) =>
  runInDurableObject(sender.object(), (_object, { storage }) => {
    storage.sql.exec(sql)
  })

// What SQLite throws is what it throws when the disk is full.
const REFUSES =
  "CREATE TRIGGER no BEFORE INSERT ON transitions BEGIN SELECT RAISE(ABORT, 'full'); END"

it('answers 503 where a change cannot be stored, and stands as it stood', async ({ expect }) => {
  const sender = new Sender()
  await sender.reach('appointment-booked')
  await run(sender, REFUSES)

  const refused = await sender.does('cancel-booking')
  const set = await sender.control('PUT', '/state', '{"state":"initial"}')

  expect([...gist(refused), refused.headers.get('Retry-After')]).toEqual([503, null, '5'])
  expect(set.status).toBe(503)
  expect(await sender.record()).toMatchObject({ state: 'appointment-booked' })
  await run(sender, 'DROP TRIGGER no')
  expect(gist(await sender.does('cancel-booking'))).toEqual([
    200,
    '111-ed-cancel-booking-appointment-booked',
  ])
})

it('leaves a read to the table where what is held cannot be told', async ({ expect }) => {
  const sender = new Sender()
  await sender.reach('appointment-booked')
  await run(sender, 'ALTER TABLE transitions RENAME TO lost')

  const referral = await sender.read('ServiceRequest', REFERRAL)
  const unknown = await sender.read('Appointment', crypto.randomUUID())

  expect([referral, unknown].map(gist)).toEqual([
    [200, 'referral-get'],
    [503, null],
  ])
})

/** An organisation whose object throws that whenever it is called. */
const throwing = (error: Error) => {
  const odsCode = readOdsCode('A1001')
  if (odsCode === undefined) throw new Error('A1001 is an ODS code')
  const call = async () => Promise.reject(error)
  const object = { apply: call, standing: call, recall: call, record: call, put: call, reset: call }
  return organisationsIn({ getByName: () => object })('public', odsCode)
}

it('is overloaded where the runtime says so, and out of reach where it says anything else', async ({
  expect,
}) => {
  const overloaded = throwing(Object.assign(new Error('busy'), { overloaded: true }))
  const broken = throwing(Object.assign(new Error('gone'), { retryable: true }))

  expect(await overloaded.record(0)).toBe(OVERLOADED)
  expect(await broken.reset(0)).toBe(UNAVAILABLE)
})

it('lets a defect of ours be one', async ({ expect }) => {
  await expect(throwing(new TypeError('x is not a function')).record(0)).rejects.toThrow(TypeError)
})

it('shows the state that each of many who set it at once has set', async ({ expect }) => {
  const sender = new Sender()
  const states = Array.from({ length: 20 }, (_, each) =>
    each % 2 === 0 ? 'appointment-booked' : 'referral-created',
  )

  const answers = await Promise.all(
    states.map(async (state) =>
      (await sender.control('PUT', '/state', JSON.stringify({ state }))).json(),
    ),
  )

  expect(answers.map((each) => JSON.parse(JSON.stringify(each)).state)).toEqual(states)
})
