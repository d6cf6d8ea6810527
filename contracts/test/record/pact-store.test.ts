import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { it } from 'vitest'
import { recordPact } from '../../src/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { sends } from './client.ts'
import { keysIn } from './pact-read.ts'

const consumer = 'acme'

it('replaces the interaction of the same scenario and keeps the others, sorted', async ({
  expect,
}) => {
  const dir = scratchFolder()
  const record = (id: 'booking-get' | 'booking-accepted', family: string) =>
    recordPact(
      id,
      sends(id, (body) => body.replace('"family":"Example"', `"family":"${family}"`)),
      {
        consumer,
        dir,
      },
    )

  await record('booking-get', '')
  await record('booking-accepted', 'First')
  const file = await record('booking-accepted', 'Second')

  const text = readFileSync(file, 'utf8')
  expect(keysIn(file)).toEqual(['booking-accepted', 'booking-get'])
  expect([text.includes('First'), text.includes('Second')]).toEqual([false, true])
})

it('loses nothing when several clients record at once', async ({ expect }) => {
  const dir = scratchFolder()
  const ids = ['booking-get', 'booking-accepted', 'slot-free', 'referral-get'] as const

  const [file = ''] = await Promise.all(
    ids.map((id) => recordPact(id, sends(id), { consumer, dir })),
  )

  expect(keysIn(file)).toEqual([...ids].sort())
  expect(readdirSync(dir)).toEqual(['acme-bars-receiver.json'])
})

it('names the file by both parties', async ({ expect }) => {
  const dir = scratchFolder()

  await recordPact('booking-get', sends('booking-get'), {
    consumer: 'Acme / Sender',
    provider: 'bars proxy',
    dir: join(dir, 'pacts'),
  })

  const file = join(dir, 'pacts', 'Acme-Sender-bars-proxy.json')
  const { consumer, provider } = JSON.parse(readFileSync(file, 'utf8'))
  expect([consumer, provider]).toEqual([{ name: 'Acme / Sender' }, { name: 'bars proxy' }])
})

it('leaves a file alone that is no pact of the two', async ({ expect }) => {
  const dir = scratchFolder()
  const file = join(dir, 'acme-bars-receiver.json')
  writeFileSync(file, '{"consumer":{"name":"other"}}')

  await expect(recordPact('booking-get', sends('booking-get'), { consumer, dir })).rejects.toThrow(
    `${file} is no pact of acme with bars-receiver, so it was left alone.`,
  )
  expect(readFileSync(file, 'utf8')).toBe('{"consumer":{"name":"other"}}')
})

it('says at once that a run which has ended left a lock', async ({ expect }) => {
  const dir = scratchFolder()
  const lock = join(dir, 'acme-bars-receiver.json.lock')
  const { pid } = spawnSync(process.execPath, ['--version'])
  writeFileSync(lock, `${pid} ${hostname()}`)
  const begun = performance.now()

  const recorded = recordPact('booking-get', sends('booking-get'), { consumer, dir })

  await expect(recorded).rejects.toThrow(
    `${lock} was left by a run that has ended (process ${pid}): remove it.`,
  )
  expect(performance.now() - begun).toBeLessThan(5000)
})
