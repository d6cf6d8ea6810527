import { createSandbox } from '../../contracts/src/sandbox.ts'
import { HEADERS } from '../../src/bars/headers.ts'
import { organisationHeader } from '../../src/examples/headers.ts'
import type { Scenario, State } from '../../src/scenarios/scenario.ts'
import { type Answer, answerOf, responseOf } from './answer.ts'
import type { ResponseMutant } from './response-mutants.ts'

const ODS_CODE = 'MUTANT'

/** A sandbox that answers wrongly what the mutants touch. */
export const mutatingSandbox = (rows: readonly Scenario[], mutants: readonly ResponseMutant[]) => {
  const sandbox = createSandbox()
  const faults: unknown[] = []

  const askIn = (request: Request) => async (state: State) => {
    await sandbox.setState(ODS_CODE, state)
    const again = request.clone()
    again.headers.set(HEADERS.organisation, organisationHeader(ODS_CODE))
    return answerOf(await sandbox.fetch(again))
  }
  const mutated = async (answer: Answer, request: Request): Promise<Answer> => {
    const id = answer.headers[HEADERS.scenario.toLowerCase()]
    const row = rows.find((each) => each.id === id)
    const mutant = mutants.find(({ touches }) => row !== undefined && touches(row))
    if (row === undefined || mutant === undefined) return answer
    const wrong = await mutant.mutate(answer, row, askIn(request))
    if (JSON.stringify(wrong) === JSON.stringify(answer)) {
      throw new Error(`${mutant.name} changes nothing in the answer of ${id}`)
    }
    return wrong
  }
  return {
    fetch: async (request: Request): Promise<Response> => {
      const answer = await answerOf(await sandbox.fetch(request.clone()))
      try {
        return responseOf(await mutated(answer, request))
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
