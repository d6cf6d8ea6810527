import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { it, vi } from 'vitest'
import { cleaningUp } from '../../src/verify/verifier.ts'
import { scratchFolder } from '../support/scratch.ts'
import { pactFile } from './pact-file.ts'

/** A sandbox that prepares a state and never answers what is asked then. */
const silentSandbox = async () => {
  const asked = Promise.withResolvers<void>()
  const hungUp = Promise.withResolvers<void>()
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.endsWith('/_pact/state')) {
      outgoing.setHeader('Content-Type', 'application/json').end('{}')
      return
    }
    outgoing.on('close', hungUp.resolve)
    asked.resolve()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    asked: asked.promise,
    hungUp: hungUp.promise,
    close: () => server.close(),
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  it(`leaves neither verifier nor folder behind when ${signal} ends it`, async ({ expect }) => {
    const { url, asked, hungUp, close } = await silentSandbox()
    const [folder, file] = [scratchFolder(), pactFile({ id: 'booking-get', status: 200 })]
    const cli = ['--disable-warning=ExperimentalWarning', 'contracts/src/cli/main.ts']
    const child = spawn(process.execPath, [...cli, 'verify', file, '--url', url], {
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: folder },
    })
    await asked
    const during = readdirSync(folder)

    child.kill(signal)
    const [[exit, by]] = await Promise.all([once(child, 'close'), hungUp])

    close()
    expect(during).toEqual([expect.stringMatching(/^bars-verify-/)])
    expect([exit, by, readdirSync(folder)]).toEqual([null, signal, []])
  })
}

it('cleans up once work is done, and gives its result', async ({ expect }) => {
  const cleanUp = vi.fn()

  const result = await cleaningUp(cleanUp, async () => cleanUp.mock.calls.length)

  expect([result, cleanUp.mock.calls.length]).toEqual([0, 1])
})

it('cleans up when work fails, and listens to nothing any more', async ({ expect }) => {
  const cleanUp = vi.fn()
  const listening = () => process.listenerCount('SIGTERM') + process.listenerCount('exit')
  const before = listening()

  const working = cleaningUp(cleanUp, async () => {
    throw new Error(`${listening() - before} listeners`)
  })

  await expect(working).rejects.toThrow('2 listeners')
  expect([cleanUp.mock.calls.length, listening()]).toEqual([1, before])
})

it('leaves it to others that listen how the process ends', async ({ expect }) => {
  const cleanUp = vi.fn()
  const other = vi.fn()
  process.once('SIGTERM', other)

  await cleaningUp(cleanUp, async () => {
    process.emit('SIGTERM', 'SIGTERM')
    expect([cleanUp.mock.calls.length, other.mock.calls.length]).toEqual([1, 1])
  })
})
