import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { it } from 'vitest'
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
