import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { it } from 'vitest'
import { controlPlaneAnswer, problem } from '../../support/expected/control-plane.ts'
import { idOf, keptWith } from '../../support/reports.ts'
import { stopClock } from '../clock.ts'
import { gist, Sender } from '../sender.ts'

stopClock()

it('answers 503 where reports cannot be read, and requests as ever', async ({ expect }) => {
  const sender = new Sender()
  const journal = env.JOURNAL.getByName(`${sender.space}/${sender.odsCode}`)
  await journal.add([keptWith({ id: idOf(1) })])
  await runInDurableObject(journal, (_object, { storage }) => {
    storage.sql.exec('ALTER TABLE reports RENAME TO lost')
  })

  const reports = await sender.control('GET', '/reports')
  const booking = await sender.asks('booking-accepted')

  expect(reports.headers.get('Retry-After')).toBe('5')
  expect(await controlPlaneAnswer(reports)).toEqual(
    problem(503, 'The sandbox cannot reach what it keeps. Try again in a few seconds.'),
  )
  expect(gist(booking)).toEqual([200, 'booking-accepted'])
})
