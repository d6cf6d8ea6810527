import { asJson, type Json } from '../../src/fhir/json.ts'
import { MUTATE_JSON } from './mutate-json.ts'
import { type Draft, MUTATE_REQUEST, MUTATE_TEXT } from './mutate-request.ts'
import type { Mutation } from './mutation.ts'
import type { TestRequest } from './sandbox.ts'

/** A request after those mutations; its body is the text that is sent. */
export const mutated = (request: TestRequest, mutations: readonly Mutation[]): TestRequest => {
  const { method, path, headers, body } = request
  const draft: Draft = { method, path, headers: { ...headers }, atLast: [] }
  const root: Record<string, Json> = body === undefined ? {} : { body: asJson(body) }
  for (const mutation of mutations) mutateOne(draft, root, mutation)

  const text = 'body' in root ? JSON.stringify(root['body']) : ''
  const sent = draft.atLast.reduce((each, change) => change(each), text)
  const carries = draft.method !== 'GET' && body !== undefined
  return {
    method: draft.method,
    path: draft.path,
    headers: draft.headers,
    ...(carries && { body: sent }),
  }
}

// Most mutations of a message are of its body: one wrong header and nobody reads the rest.
const BODY_SHARE = 0.9

const mutateOne = (draft: Draft, root: Record<string, Json>, mutation: Mutation): void => {
  if ('body' in root && mutation.kind < BODY_SHARE * 10_000) {
    MUTATE_JSON[mutation.kind % MUTATE_JSON.length]?.(root, mutation)
  } else {
    const rest = 'body' in root ? [...MUTATE_REQUEST, ...MUTATE_TEXT] : MUTATE_REQUEST
    rest[mutation.kind % rest.length]?.(draft, mutation)
  }
}
