import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { type Interaction, pact } from '../../contracts/src/pact/interaction.ts'
import { pactBinary } from '../../contracts/src/verify/pact-binary.ts'
import { quietEnvironment } from '../quiet-environment.mjs'
import { type SentRequest, urlOf } from './sent-request.ts'

/** The status that tells a request that was matched from whatever a scenario answers. */
const MATCHED = 299

const Created = z.object({ mockServer: z.object({ port: z.number() }) })

export type MockServer = Awaited<ReturnType<typeof startMockServer>>

/** Pact's mock server, which unlike its stub server minds headers and serves one interaction alone. */
export const startMockServer = async () => {
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
    /** Whether requests match an interaction. */
    matcherOf: async (interaction: Interaction) => {
      const { mockServer } = Created.parse(
        await postJson(
          `http://127.0.0.1:${master}/`,
          pact('mutants', 'mutants', [{ ...interaction, response: { status: MATCHED } }]),
        ),
      )
      return async (request: SentRequest): Promise<boolean> =>
        (await send(request, mockServer.port)) === MATCHED
    },
    close: async (): Promise<void> => {
      process.off('exit', kill)
      const gone = new Promise((resolve) => child.once('exit', resolve))
      kill()
      await gone
      rmSync(folder, { recursive: true })
    },
  }
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

const postJson = async (url: string, body: unknown): Promise<unknown> => {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return response.json()
}

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
