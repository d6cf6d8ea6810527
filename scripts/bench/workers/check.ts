import { remember } from '../../../src/bars/remember.ts'
import { readTarget } from '../../../src/bars/target.ts'
import { isTestTarget } from '../../../src/scenarios/index.ts'
import { check as checkByRules } from '../../../src/validation/check.ts'
import { takeApart } from '../../../src/validation/request.ts'

// So that little of the CPU of a request goes into taking it.
const REPETITIONS = 50

const KNOWN = {
  occasions: [],
  targetOf: remember((header: string) => readTarget(header, isTestTarget)),
} as const

/** Parses a message over and over. */
export default {
  fetch: (request: Request) => repeated(request, () => []),
}

/** Parses a message over and over, and checks it each time. */
export const check = {
  fetch: (request: Request) =>
    repeated(request, ({ method, url, headers }, json) => {
      const header = (name: string) => headers.get(name) ?? undefined
      const body = { is: 'json', json } as const
      return checkByRules(takeApart({ method, path: url, header, body }, KNOWN))
    }),
}

/** Fails when anything is found, warnings included: it is to be clean messages that are checked. */
const repeated = async (
  request: Request,
  find: (request: Request, json: unknown) => readonly unknown[],
): Promise<Response> => {
  const text = await request.text()
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    const findings = find(request, JSON.parse(text))
    if (findings.length > 0) return Response.json(findings, { status: 500 })
  }
  return new Response(`${REPETITIONS}`)
}
