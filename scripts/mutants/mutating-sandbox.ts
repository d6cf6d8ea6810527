import { createSandbox } from '../../contracts/src/sandbox/checking-sandbox.ts'
import { HEADERS } from '../../src/bars/headers.ts'
import { organisationHeader } from '../../src/examples/headers.ts'
import type { Scenario, State } from '../../src/scenarios/scenario.ts'
import { type Answer, answerOf, responseOf } from './answer.ts'
import type { ResponseMutant } from './response-mutants.ts'

const ODS_CODE = 'MUTANT'

type Sandbox = ReturnType<typeof createSandbox>

/** A sandbox that answers wrongly what the mutants touch. */
export const mutatingSandbox = (rows: readonly Scenario[], mutants: readonly ResponseMutant[]) => {
  const sandbox = createSandbox()
  const faults: unknown[] = []
  return {
    fetch: async (request: Request): Promise<Response> => {
      const answer = await answerOf(await sandbox.fetch(request.clone()))
      const row = rows.find(({ id }) => id === answer.headers[HEADERS.scenario.toLowerCase()])
      const mutant = mutants.find(({ touches }) => row !== undefined && touches(row))
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
