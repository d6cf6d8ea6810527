import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, it } from 'vitest'
import { messageBy } from '../support/conversation.ts'
import { toRequest } from '../support/sandbox.ts'
import { freePort, startDev } from './dev-server.ts'

const FHIR = '/booking-and-referral/FHIR/R4'

const folder = mkdtempSync(join(tmpdir(), 'bars-restart-'))
const running: Awaited<ReturnType<typeof startDev>>[] = []

const start = async (port: number) => {
  const dev = await startDev(port, folder)
  running.push(dev)
  return dev
}

afterAll(async () => {
  for (const { stop } of running) await stop()
  rmSync(folder, { recursive: true })
})

const record = async (origin: string): Promise<unknown> =>
  (await fetch(`${origin}/_sandbox/organisations/A1001`)).json()

it('stands as it stood when `npm run dev` is stopped and started again', async ({ expect }) => {
  const port = await freePort()
  const first = await start(port)
  const base = `${first.origin}${FHIR}`
  const book = await fetch(toRequest(messageBy('A1001', 'book'), base))
  const before = await record(first.origin)
  const link = book.headers.get('Sandbox-Report') ?? ''
  const report = await (await fetch(link)).json()
  await first.stop()

  const second = await start(port)

  const after = await record(second.origin)
  const refer = await fetch(toRequest(messageBy('A1001', 'refer-linked'), base))
  expect([book.status, refer.status]).toEqual([200, 200])
  expect(before).toMatchObject({ state: 'appointment-booked', history: [{ event: 'book' }] })
  expect(after).toEqual(before)
  expect(report).toMatchObject({ scenario: '111-ed-book-initial' })
  expect(await (await fetch(link)).json()).toEqual(report)
})
