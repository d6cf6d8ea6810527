import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { type Interaction, pact } from '../../contracts/src/pact/pact-file.ts'
import { pactBinary } from '../../contracts/src/verify/pact-binary.ts'
import { quietEnvironment } from '../quiet-environment.mjs'
import { type SentRequest, urlOf } from './sent-request.ts'

/** The status that tells a request that was matched from whatever a scenario answers. */
const MATCHED = 299

const Created = z.object({ mockServer: z.object({ port: z.number() }) })

/** A running mock server. */
export interface MockServer {
  /** Makes a matcher that tells whether a request is what an interaction wants. */
  readonly matcherOf: (
    interaction: Interaction,
  ) => Promise<(request: SentRequest) => Promise<boolean>>
  readonly close: () => Promise<void>
}

/** Starts Pact's mock server, which unlike its stub server minds headers and serves one interaction. */
export const startMockServer = async (): Promise<MockServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'bars-mock-'))
  const flags = ['mock', 'start', '-p', '0', '-h', '127.0.0.1', '--no-file-log', '-o', folder]
  const child = spawn(pactBinary(process.cwd()), flags, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: quietEnvironment(),
  })
  const kill = () => child.kill()
  process.once('exit', kill)
  const master = await portSaid(child)
  return {
    matcherOf: async (interaction) => {
      const port = await portFor(interaction, master)
      return async (request) => (await send(request, port)) === MATCHED
    },
    close: async () => {
      process.off('exit', kill)
      const gone = new Promise((resolve) => child.once('exit', resolve))
      kill()
      await gone
      rmSync(folder, { recursive: true })
    },
  }
}

/** The port at which an interaction alone is served, answered with a status of our own. */
const portFor = async (interaction: Interaction, master: number): Promise<number> => {
  const response = await fetch(`http://127.0.0.1:${master}/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(
      pact('mutants', 'mutants', [{ ...interaction, response: { status: MATCHED } }]),
    ),
  })
  return Created.parse(await response.json()).mockServer.port
}

const portSaid = (child: ReturnType<typeof spawn>): Promise<number> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const [, port] = /started on port (\d+)/.exec(said) ?? []
      if (port !== undefined) resolve(Number(port))
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`Pact's mock server did not start: ${said}`)))
  })

const send = async (request: SentRequest, port: number): Promise<number> => {
  const { method, headers, body } = request
  const response = await fetch(`http://127.0.0.1:${port}${urlOf(request)}`, {
    method,
    headers: { ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  await response.arrayBuffer()
  return response.status
}
