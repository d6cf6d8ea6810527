import type { Outcome } from './outcome.ts'
import { runRequests } from './run-requests.ts'
import { runResponses } from './run-responses.ts'

/** What becomes of every mutant; `tell` hears which part begins. */
export const runMutants = async (tell: (part: string) => void): Promise<readonly Outcome[]> => {
  tell('Answers that are wrong')
  const responses = await runResponses()
  tell('Requests that are wrong')
  return [...responses, ...(await runRequests())]
}
