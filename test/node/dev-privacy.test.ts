import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, it, vi } from 'vitest'
import { freePort, startDev } from './dev-server.ts'

const CANARY = `Featherstonehaugh-${randomUUID()}`
const FHIR = '/booking-and-referral/FHIR/R4'
const HEADERS = { 'X-Request-Id': CANARY, 'NHSD-Target-Identifier': CANARY, Cookie: CANARY }

const folder = mkdtempSync(join(tmpdir(), 'bars-privacy-'))

afterAll(() => rmSync(folder, { recursive: true }))

/** Sends half of an upload, and hangs up. */
const abortUpload = async (port: number): Promise<void> => {
  const head = [
    `POST ${FHIR}/$process-message?patient=${CANARY} HTTP/1.1`,
    `Host: ${CANARY}.example`,
    ...Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}`),
    'Content-Type: application/fhir+json',
    'Content-Length: 400000',
  ]
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  await new Promise((resolve) => socket.write(`${head.join('\r\n')}\r\n\r\n${CANARY}`, resolve))
  socket.destroy()
}

/** The files that hold the canary, of all that `npm run dev` keeps. */
const whereFound = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .filter((file) => readFileSync(file).includes(CANARY))

it('leaves nothing of a request on disk or in what it prints', async ({ expect }) => {
  const port = await freePort()
  const { origin, stop, printed } = await startDev(port, folder)
  const url = `${origin}${FHIR}/Appointment/${CANARY}?patient=${CANARY}`

  const read = await fetch(url, { headers: HEADERS })
  const sent = await fetch(url, { method: 'POST', headers: HEADERS, body: CANARY })
  await vi.waitFor(
    async () => {
      await abortUpload(port)
      expect(printed()).toContain('(failed after 1 attempt)')
    },
    { timeout: 20_000, interval: 100 },
  )
  await stop()

  expect([read.status, sent.status]).toEqual([400, 400])
  expect(printed()).not.toContain(CANARY)
  expect(whereFound()).toEqual([])
})
