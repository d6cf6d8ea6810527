import type { Json } from '../../src/fhir/json.ts'
import { heldIn, MUTATE_JSON, pick } from './mutate-json.ts'
import type { Mutation } from './mutation.ts'

/** A request while it is mutated. */
export interface Draft {
  method: string
  path: string
  readonly headers: Record<string, string>
  /** What is done to the body once it is text. */
  readonly atLast: ((text: string) => string)[]
}

type MutateRequest = (draft: Draft, mutation: Mutation) => void

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

// What a Request takes for a header; anything else never reaches a server.
const sendable = (text: string): string => text.replaceAll(/[^\t\x20-\x7e\xa0-\xff]/g, '?')

const spliced = (text: string, { at, to, junk }: Mutation): string => {
  const start = Math.floor(at * (text.length + 1))
  return text.slice(0, start) + junk + text.slice(start + Math.floor(to * 4))
}

const onHeader =
  (change: (value: string, mutation: Mutation) => string): MutateRequest =>
  ({ headers }, mutation) => {
    const name = pick(Object.keys(headers), mutation.at)
    if (name !== undefined) headers[name] = sendable(change(headers[name] ?? '', mutation))
  }

const dropHeader: MutateRequest = ({ headers }, { at }) => {
  const name = pick(Object.keys(headers), at)
  if (name !== undefined) delete headers[name]
}

const setHeader = onHeader((_value, { value }) => textOf(value))
const bendHeader = onHeader((value, mutation) => spliced(value, { ...mutation, at: mutation.to }))

const rewriteHeader = onHeader((base64, mutation) => {
  const held = { json: heldIn(base64) ?? null }
  pick(MUTATE_JSON, mutation.to)?.(held, mutation)
  return btoa(sendable(JSON.stringify(held.json ?? null)))
})

const addHeader: MutateRequest = ({ headers }, { to, value }) => {
  const names = ['Content-Length', 'Content-Encoding', 'Authorization', 'Prefer', 'Origin']
  headers[pick(names, to) ?? ''] = sendable(textOf(value))
}

const onQuery =
  (change: (parameters: string[], at: number, mutation: Mutation) => void): MutateRequest =>
  (draft, mutation) => {
    const [path = '', query = ''] = draft.path.split('?', 2)
    const parameters = query.split('&')
    change(parameters, Math.floor(mutation.at * parameters.length), mutation)
    draft.path = `${path}?${parameters.join('&')}`
  }

const dropParameter = onQuery((parameters, at) => parameters.splice(at, 1))
const repeatParameter = onQuery((parameters, at) => parameters.push(parameters[at] ?? ''))
const setParameter = onQuery((parameters, at, { value }) => {
  const [name = ''] = (parameters[at] ?? '').split('=')
  parameters[at] = `${name}=${encodeURIComponent(textOf(value).toWellFormed())}`
})
const nameParameter = onQuery((parameters, at, { junk }) => {
  parameters[at] = `${junk}${parameters[at]}`
})

const bendPath: MutateRequest = (draft, mutation) => {
  draft.path = `/${spliced(draft.path.slice(1), mutation)}`
}

const setMethod: MutateRequest = (draft, { to }) => {
  draft.method = pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], to) ?? 'GET'
}

const truncate: MutateRequest = ({ atLast }, { at }) => {
  atLast.push((text) => text.slice(0, Math.floor(at * text.length)))
}

const corrupt: MutateRequest = ({ atLast }, mutation) => {
  atLast.push((text) => spliced(text, mutation))
}

/** What can be done to headers, path, query and verb. */
export const MUTATE_REQUEST: readonly MutateRequest[] = [
  dropHeader,
  setHeader,
  bendHeader,
  rewriteHeader,
  addHeader,
  dropParameter,
  repeatParameter,
  setParameter,
  nameParameter,
  bendPath,
  setMethod,
]

/** What can be done to the text of a body. */
export const MUTATE_TEXT: readonly MutateRequest[] = [truncate, corrupt]
