import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, it } from 'vitest'
import { HEADERS } from '../../../src/bars/headers.ts'
import { organisationHeader } from '../../../src/examples/example.ts'
import type { State } from '../../../src/receiver/111-ed/states.ts'
import { CATALOGUE, type CatalogueRow } from '../../../src/receiver/catalogue.ts'
import { type Interaction, pact } from '../../src/pact/pact-file.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/checking-sandbox.ts'
import { serve } from '../../src/stub/server.ts'
import { verifyPact } from '../../src/verify/verify-pact.ts'
import { type Answer, RESPONSE_MUTANTS, type ResponseMutant } from './response-mutants.ts'
import { INTERACTIONS, sample } from './sample.ts'

const TIMEOUT_MS = 600_000

/** The header that tells our sandbox how its answer is to be wrong. */
const MUTANT = 'X-Mutant'

const ODS_CODE = 'MUTANT'

const rowOf = (id: string | undefined) => CATALOGUE.find((row) => row.id === id)

/** The interactions that a mutant is to fail. */
const brokenBy = ({ touches }: ResponseMutant): readonly Interaction[] =>
  sample(
    INTERACTIONS.filter(({ key }) => {
      const row = rowOf(key)
      return row !== undefined && touches(row)
    }),
  )

const broken = (interaction: Interaction, { name }: ResponseMutant): Interaction => ({
  ...interaction,
  description: `${interaction.key} with ${name}`,
  request: {
    ...interaction.request,
    headers: { ...interaction.request.headers, [MUTANT]: [name] },
  },
})

/** A sandbox that answers wrongly whoever asks for it. */
const brokenSandbox = () => {
  const sandbox = createSandbox()
  const faults: unknown[] = []
  return {
    fetch: async (request: Request): Promise<Response> => {
      const name = request.headers.get(MUTANT)
      request.headers.delete(MUTANT)
      const answer = await answerOf(await sandbox.fetch(request.clone()))
      const row = rowOf(answer.headers[HEADERS.scenario.toLowerCase()])
      const mutant = RESPONSE_MUTANTS.find((each) => each.name === name)
      if (row === undefined || mutant === undefined) return responseOf(answer)
      try {
        return responseOf(await mutated(answer, row, mutant, askIn(sandbox, request)))
      } catch (fault) {
        faults.push(fault)
        return responseOf(answer)
      }
    },
    /** Throws what went wrong with a mutant itself, which would else pass for one that is caught. */
    check: (): void => {
      for (const fault of faults) throw fault
    },
  }
}

const askIn = (sandbox: Sandbox, request: Request) => async (state: State) => {
  await sandbox.setState(ODS_CODE, state)
  const again = request.clone()
  again.headers.set(HEADERS.organisation, organisationHeader(ODS_CODE))
  return answerOf(await sandbox.fetch(again))
}

const mutated = async (
  answer: Answer,
  row: CatalogueRow,
  { name, mutate }: ResponseMutant,
  ask: (state: State) => Promise<Answer>,
): Promise<Answer> => {
  const wrong = await mutate(answer, row, ask)
  if (JSON.stringify(wrong) === JSON.stringify(answer)) {
    throw new Error(`${name} changes nothing in the answer of ${row.id}`)
  }
  return wrong
}

const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  text: await response.text(),
})

const responseOf = ({ status, headers, text }: Answer): Response =>
  new Response(text, { status, headers: { ...headers } })

// Pact's verifier takes twice as long for each interaction of a file that is twice as long.
const A_FILE = 100

const writePacts = (folder: string, interactions: readonly Interaction[]): readonly string[] =>
  Array.from({ length: Math.ceil(interactions.length / A_FILE) }, (_, place) => {
    const file = join(folder, `${place}.json`)
    const some = interactions.slice(place * A_FILE, (place + 1) * A_FILE)
    writeFileSync(file, JSON.stringify(pact('mutants', 'bars-receiver', some)))
    return file
  })

let passed: readonly string[]

beforeAll(async () => {
  const mutants = RESPONSE_MUTANTS.flatMap((mutant) =>
    brokenBy(mutant).map((each) => broken(each, mutant)),
  )
  const all = [...mutants, ...sample(INTERACTIONS)]
  const folder = mkdtempSync(join(tmpdir(), 'bars-mutants-'))
  const sandbox = brokenSandbox()
  const { origin, close } = await serve(sandbox.fetch)
  const options = { files: writePacts(folder, all), url: origin, timeoutMs: TIMEOUT_MS }
  const { interactions } = await verifyPact(options).finally(close)
  sandbox.check()
  passed = interactions.flatMap(({ ok, description }) => (ok ? [description] : []))
  return () => rmSync(folder, { recursive: true })
}, TIMEOUT_MS)

for (const mutant of RESPONSE_MUTANTS) {
  it(`fails each scenario that is answered with ${mutant.name}`, ({ expect }) => {
    const mutants = brokenBy(mutant).map((each) => broken(each, mutant).description)

    expect(mutants).not.toEqual([])
    expect(passed.filter((each) => mutants.includes(each))).toEqual([])
  })
}

it('fails nothing else', ({ expect }) => {
  const right = sample(INTERACTIONS).map(({ description }) => description)

  expect(passed).toEqual(right)
})
