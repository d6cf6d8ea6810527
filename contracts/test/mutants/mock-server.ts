import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { isObject, type Json } from '../../../src/fhir/json.ts'
import { type Interaction, pact } from '../../src/pact/pact-file.ts'
import { pactBinary } from '../../src/verify/prerequisites.ts'
import { pinnedIn, valueAt } from './pinned.ts'
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
  })
  const kill = () => child.kill()
  process.once('exit', kill)
  const master = await portSaid(child)
  return {
    matcherOf: async (interaction) => {
      let port = await portFor(interaction, master)
      return async (request) => {
        // A port has been seen to close in the midst of a busy run: the interaction gets another, once.
        const status = await send(request, port).catch(async () => {
          port = await portFor(interaction, master)
          return send(request, port)
        })
        return status === MATCHED
      }
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

/** Whether Pact takes a request for the one that an interaction wants. */
type Matches = (request: SentRequest) => Promise<boolean>

/** The same, of all of a request and of its parts. */
export interface Matchers {
  readonly whole: Matches
  readonly message: Matches
  readonly head: Matches
}

/** The matchers of an interaction, served by Pact. */
export const matchersOf = async (
  interaction: Interaction,
  server: MockServer,
): Promise<Matchers> => {
  const {
    body: _,
    matchingRules: { body: __, ...matchingRules } = {},
    ...head
  } = interaction.request
  const matchesHead = await server.matcherOf({
    ...interaction,
    request: { ...head, matchingRules },
  })
  const matches = await server.matcherOf(interaction)
  const pinned = pinnedEntries(interaction)
  // Pact takes its time for messages: it gets no more of one than a mutant is about.
  return {
    whole: matches,
    message: (request) => matches({ ...request, body: entriesOf(request.body, pinned) }),
    head: ({ body: _, ...request }) => matchesHead(request),
  }
}

/** The fullUrls of the entries that an interaction pins. */
const pinnedEntries = ({ request }: Interaction): ReadonlySet<Json | undefined> => {
  const content = request.body?.content
  const pins = pinnedIn(request.matchingRules?.body ?? {}, content)
  const places = pins.flatMap(({ at }) => (at[0] === 'entry' && at.length > 1 ? [at[1] ?? 0] : []))
  return new Set(places.map((place) => valueAt(content, ['entry', place, 'fullUrl'])))
}

/** A message with no entries but those. */
const entriesOf = (
  message: Json | undefined,
  fullUrls: ReadonlySet<Json | undefined>,
): Json | undefined =>
  isObject(message) && Array.isArray(message['entry'])
    ? {
        ...message,
        entry: message['entry'].filter((entry) => fullUrls.has(valueAt(entry, ['fullUrl']))),
      }
    : message
