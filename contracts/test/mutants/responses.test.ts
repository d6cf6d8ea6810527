import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { HEADERS } from '../../../src/bars/headers.ts'
import { organisationHeader } from '../../../src/examples/example.ts'
import type { State } from '../../../src/receiver/111-ed/states.ts'
import { CATALOGUE } from '../../../src/receiver/catalogue.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import { pact } from '../../src/pact/pact-file.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/checking-sandbox.ts'
import { serve } from '../../src/stub/server.ts'
import { verifyPact } from '../../src/verify/verify-pact.ts'
import { scratchFolder } from '../support/scratch.ts'
import { type Answer, RESPONSE_MUTANTS, type ResponseMutant } from './response-mutants.ts'
import { INTERACTIONS, sample, some } from './sample.ts'

const describing = (rows: readonly Scenario[]) => rows.map(({ id, title }) => `${id}: ${title}`)

/** The interactions of those rows that fail against a sandbox that is so broken. */
const failing = async (
  mutant: ResponseMutant,
  rows: readonly Scenario[],
): Promise<readonly string[]> => {
  const file = join(scratchFolder(), 'pact.json')
  const wanted = rows.flatMap(({ id }) => INTERACTIONS.filter(({ key }) => key === id))
  writeFileSync(file, JSON.stringify(pact('mutants', 'bars-receiver', wanted)))
  const sandbox = brokenSandbox(mutant)
  const { origin, close } = await serve(sandbox.fetch)
  try {
    const verified = await verifyPact({ files: [file], url: origin })
    sandbox.check()
    return verified.interactions.flatMap(({ ok, description }) => (ok ? [] : [description]))
  } finally {
    await close()
  }
}

const ODS_CODE = 'MUTANT'

/** A sandbox that answers wrongly what a mutant touches. */
const brokenSandbox = (mutant: ResponseMutant) => {
  const sandbox = createSandbox()
  const faults: unknown[] = []
  return {
    fetch: async (request: Request): Promise<Response> => {
      const answer = await answerOf(await sandbox.fetch(request.clone()))
      const row = CATALOGUE.find(({ id }) => id === answer.headers[HEADERS.scenario.toLowerCase()])
      if (row === undefined || !mutant.touches(row)) return responseOf(answer)
      try {
        return responseOf(await mutated(answer, row, mutant, askIn(sandbox, request)))
      } catch (fault) {
        faults.push(fault)
        return responseOf(answer)
      }
    },
    /** Throws what went wrong with the mutant itself, which would else pass for one that is caught. */
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
  row: Scenario,
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

for (const mutant of RESPONSE_MUTANTS) {
  it(`fails each scenario that is answered with ${mutant.name}, and no other`, {
    timeout: 300_000,
  }, async ({ expect }) => {
    const broken = sample(CATALOGUE.filter(mutant.touches))
    const others = some(CATALOGUE.filter((row) => !mutant.touches(row)))

    expect(broken).not.toEqual([])
    expect(await failing(mutant, [...broken, ...others])).toEqual(describing(broken))
  })
}
