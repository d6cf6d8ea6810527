import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { it } from 'vitest'
import { verifyPact } from '../../src/index.ts'
import { serve } from '../../src/stub/server.ts'
import { pactBinary } from '../../src/verify/prerequisites.ts'
import { scratchFolder } from '../support/scratch.ts'
import { pactFile } from './pact-file.ts'

it('refuses a pact without interactions', async ({ expect }) => {
  const file = pactFile()

  await expect(verifyPact({ files: [file] })).rejects.toThrow(
    `${file}: the pact has no interactions`,
  )
})

it('refuses a file that is not there', async ({ expect }) => {
  await expect(verifyPact({ files: ['no-such-pact.json'] })).rejects.toThrow(
    /^no-such-pact.json: Failed to load pact/,
  )
})

it('refuses a pact that Senders keep, and says how that is verified', async ({ expect }) => {
  const file = 'contracts/pacts/callbacks.json'

  await expect(verifyPact({ files: [file] })).rejects.toThrow(
    `${file} is for your Sender, where it takes asynchronous responses, and not for a Receiver: pact verifier -f ${file} -h 127.0.0.1 -p <its port>`,
  )
})

it('asks no sandbox when the report cannot be written', async ({ expect }) => {
  const asked: string[] = []
  const { origin, close } = await serve(async ({ url }) => {
    asked.push(url)
    return Response.json({})
  })
  const file = pactFile({ id: 'booking-get', status: 200 })

  const verifying = verifyPact({ files: [file], url: origin, junit: join(file, 'verify.xml') })

  await expect(verifying).rejects.toThrow(/^ENOTDIR: not a directory, open /)
  await close()
  expect(asked).toEqual([])
})

it('refuses to verify nothing', async ({ expect }) => {
  await expect(verifyPact({ files: [] })).rejects.toThrow('There is no pact file to verify.')
})

it('says that nothing answers at a URL', async ({ expect }) => {
  const { origin, close } = await serve(async () => new Response())
  await close()

  await expect(verifyPact({ files: [pactFile()], url: origin })).rejects.toThrow(
    `Nothing answers at ${origin}/_pact/state. Is the sandbox running?`,
  )
})

it('waits no longer for an answer than it is told', async ({ expect }) => {
  const { origin, close } = await serve(() => new Promise(() => {}))
  const begun = performance.now()

  const verified = verifyPact({ files: [pactFile()], url: origin, timeoutMs: 100 })

  await expect(verified).rejects.toThrow(`Nothing answers at ${origin}/_pact/state.`)
  expect(performance.now() - begun).toBeLessThan(5000)
  await close()
})

it('says that what answers is no sandbox', async ({ expect }) => {
  const { origin, close } = await serve(async () => new Response('', { status: 404 }))

  const verified = verifyPact({ files: [pactFile()], url: origin })

  await expect(verified).rejects.toThrow(`${origin}/_pact/state answers 404. Is it a BaRS sandbox?`)
  await close()
})

it('says that a URL is none', async ({ expect }) => {
  await expect(verifyPact({ files: [pactFile()], url: 'localhost:8787' })).rejects.toThrow(
    "'localhost:8787' is not the URL of a sandbox, such as http://127.0.0.1:8787",
  )
})

it('names the package that a project outside lacks', ({ expect }) => {
  const outside = scratchFolder()
  writeFileSync(join(outside, 'package.json'), '{}')

  expect(() => pactBinary(outside)).toThrow(
    `Verifying pacts needs @pact-foundation/pact-cli, which ${outside} has not: npm install --save-dev @pact-foundation/pact-cli@18`,
  )
})

it('names the version that a project outside needs', ({ expect }) => {
  const outside = scratchFolder()
  const older = join(outside, 'node_modules', '@pact-foundation', 'pact-cli')
  mkdirSync(older, { recursive: true })
  writeFileSync(join(older, 'package.json'), '{ "version": "16.1.7" }')

  expect(() => pactBinary(outside)).toThrow(
    `Verifying pacts needs @pact-foundation/pact-cli 18, and ${outside} has 16.1.7: npm install --save-dev @pact-foundation/pact-cli@18`,
  )
})

it('stops the verifier when it takes too long', async ({ expect }) => {
  const file = pactFile({ id: 'booking-get', status: 200 })
  const hanging = createServer(({ url }, response) => {
    if (url === '/_pact/state') response.end('{}')
    else hanging.emit('hangs', response)
  }).listen(0, '127.0.0.1')
  const left = once(hanging, 'hangs').then(([response]) => once(response, 'close'))
  await once(hanging, 'listening')
  const address = hanging.address()
  const port = typeof address === 'object' ? address?.port : undefined

  // Time enough for it to start and ask, on a busy machine too.
  const verified = verifyPact({ files: [file], url: `http://127.0.0.1:${port}`, timeoutMs: 3000 })

  await expect(verified).rejects.toThrow(`The verifier did not finish ${file} in 3 s.`)
  const given = performance.now()
  await left
  // Left alone, the verifier would wait five seconds for the answer.
  expect(performance.now() - given).toBeLessThan(2000)
  hanging.closeAllConnections()
  hanging.close()
})
