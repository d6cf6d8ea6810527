import { serve } from '../../contracts/src/stub/server.ts'
import { verifyPact } from '../../contracts/src/verify/verify-pact.ts'
import { CATALOGUE } from '../../src/receiver/catalogue.ts'
import { inTurn } from './in-turn.ts'
import { mutatingSandbox } from './mutating-sandbox.ts'
import type { Outcome } from './outcome.ts'
import { RESPONSE_MUTANTS, type ResponseMutant } from './response-mutants.ts'

const PACTS = 'contracts/pacts/bars.json'

/** Verifies the pacts against a sandbox that answers wrongly, in each way in turn. */
export const runResponses = async (): Promise<readonly Outcome[]> => {
  const groups = [[], ...groupsOf(RESPONSE_MUTANTS)]
  const outcomes = await inTurn(groups, async (group) => judge(group, await failedWith(group)))
  return outcomes.flat()
}

/** Mutants that touch no row in common go together: what one fails, another cannot have failed. */
const groupsOf = (mutants: readonly ResponseMutant[]): readonly (readonly ResponseMutant[])[] => {
  const groups: ResponseMutant[][] = []
  for (const mutant of mutants) {
    const group = groups.find((others) =>
      CATALOGUE.every((row) => !mutant.touches(row) || !others.some((other) => other.touches(row))),
    )
    if (group === undefined) groups.push([mutant])
    else group.push(mutant)
  }
  return groups
}

const judge = (
  group: readonly ResponseMutant[],
  failed: ReadonlySet<string>,
): readonly Outcome[] => {
  const untouched = CATALOGUE.filter((row) => !group.some(({ touches }) => touches(row)))
  const wronged = untouched.filter(({ id }) => failed.has(id)).map(({ id }) => id)
  if (group.length === 0) {
    if (wronged.length > 0) throw new Error(`without a mutant, these fail: ${wronged.join(', ')}`)
    return []
  }
  return group.map(({ name, touches }) => {
    const touched = CATALOGUE.filter(touches)
    const lived = touched.filter(({ id }) => !failed.has(id)).map(({ id }) => id)
    return {
      mutant: `response: ${name}`,
      expected: touched.length,
      caughtByPact: touched.length - lived.length,
      caughtByChecker: 0,
      survivors: [...lived, ...wronged.map((id) => `${id}, which it does not touch`)],
    }
  })
}

/** The ids of the rows whose interactions fail against these mutants. */
const failedWith = async (group: readonly ResponseMutant[]): Promise<ReadonlySet<string>> => {
  const sandbox = mutatingSandbox(CATALOGUE, group)
  const { origin, close } = await serve(sandbox.fetch)
  try {
    const { interactions } = await verifyPact({ files: [PACTS], url: origin })
    sandbox.check()
    if (interactions.length !== CATALOGUE.length) throw new Error('the pacts are not all verified')
    const failed = interactions.filter(({ ok }) => !ok)
    return new Set(failed.map(({ description }) => description.slice(0, description.indexOf(':'))))
  } finally {
    await close()
  }
}
