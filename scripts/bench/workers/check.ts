import { checkRequest } from '../../../contracts/src/check/check-request.ts'

type CheckableRequest = Parameters<typeof checkRequest>[1]

// So that little of the CPU of a request goes into taking it.
const REPETITIONS = 50

/** What is wrong with a request; there is nothing, for warnings do not count. */
const found = (request: CheckableRequest): readonly unknown[] =>
  checkRequest(undefined, request).violations

/** Parses a message over and over. */
export default {
  fetch: (request: Request) => repeated(request, () => []),
}

/** Parses a message over and over, and checks it each time. */
export const check = {
  fetch: (request: Request) => repeated(request, found),
}

const repeated = async (
  request: Request,
  find: (checkable: CheckableRequest) => readonly unknown[],
): Promise<Response> => {
  const { method, url: path } = request
  const headers = Object.fromEntries(request.headers)
  const text = await request.text()
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    const findings = find({ method, path, headers, body: JSON.parse(text) })
    if (findings.length > 0) return Response.json(findings, { status: 500 })
  }
  return new Response(`${REPETITIONS}`)
}
