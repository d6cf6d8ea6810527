import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, it, vi } from 'vitest'
import { DEV, freePort, startDev } from './dev-server.ts'

const NHS_NUMBER = '9434765919'

const folder = mkdtempSync(join(tmpdir(), 'bars-dev-'))

afterAll(() => rmSync(folder, { recursive: true }))

const isFree = (origin: string): Promise<boolean> =>
  fetch(`${origin}/_ping`).then(
    () => false,
    () => true,
  )

const NPM = ['npm', 'run', '--silent', 'dev', '--'] as const

// npm hands on no other signal, and needs to hand on none that comes to all it started.
for (const [signal, command, whom] of [
  ['SIGINT', DEV, ''],
  ['SIGTERM', DEV, ''],
  ['SIGHUP', DEV, ''],
  ['SIGTERM', NPM, ' to npm'],
] as const) {
  it(`says where it is, logs no request, and leaves its port on ${signal}${whom}`, async ({
    expect,
  }) => {
    const port = await freePort()
    const { origin, stop, printed } = await startDev(port, folder, command)

    await fetch(`${origin}/booking-and-referral/FHIR/R4/Appointment/${NHS_NUMBER}`)
    await vi.waitFor(() => expect(printed()).not.toBe(''), 10_000)
    await stop(signal)

    expect(printed()).toBe(`BaRS Sandbox is ready at ${origin} (Ctrl-C ends it)\n`)
    await vi.waitFor(async () => expect(await isFree(origin)).toBe(true), 10_000)
  })
}
