import { HEADERS, writeHeaderJson } from '../../../src/bars/headers.ts'
import type { Interaction } from '../../src/pact/pact-file.ts'
import { BASE64_OBJECT } from '../../src/pact/patterns.ts'
import {
  type RequestMutant,
  type SentRequest,
  sentRequest,
  type WrongRequest,
  withRequestHeader,
} from './sent-request.ts'

/** What could be wrong before the message comes. */
// biome-ignore format: a table reads by column
export const HEAD_MUTANTS: readonly RequestMutant[] = [
  { name: 'another path',                of: pathChanged },
  { name: 'another target',              of: targetChanged },
  { name: 'a header that is not base64', of: eachHeader(decoded) },
  { name: 'another header',              of: eachHeader(changed) },
  { name: 'a header left out',           of: eachHeader(() => [undefined]) },
  { name: 'another parameter',           of: eachParameter((value) => [`${value}-changed`]) },
  { name: 'a parameter left out',        of: eachParameter(() => []) },
]

/** Each header with each of those values; undefined leaves it out. */
function eachHeader(wrong: (value: string, name: string) => readonly (string | undefined)[]) {
  return (interaction: Interaction): readonly WrongRequest[] => {
    const sent = sentRequest(interaction)
    return Object.entries(sent.headers).flatMap(([where, right]) =>
      wrong(right, where).map((value) => ({
        where,
        request: withRequestHeader(sent, where, value),
      })),
    )
  }
}

function isBase64Json(value: string): boolean {
  return new RegExp(BASE64_OBJECT).test(value)
}

function decoded(value: string): readonly string[] {
  return isBase64Json(value) ? [atob(value)] : []
}

/** A value that a header which is no base64 must not have. */
function changed(_: string, name: string): readonly string[] {
  const wrong: Readonly<Record<string, string>> = {
    Accept: 'text/html',
    'Content-Type': 'application/json',
    [HEADERS.requestId]: 'request-1',
    [HEADERS.correlationId]: 'correlation-1',
    [HEADERS.useContext]: 'a1t1',
  }
  const value = wrong[name]
  return value === undefined ? [] : [value]
}

/** Another target, where the target is the sentinel. */
function targetChanged(interaction: Interaction): readonly WrongRequest[] {
  const { key, request } = interaction
  const [pinned] = request.matchingRules?.header?.[HEADERS.target]?.matchers ?? []
  if (pinned?.match !== 'regex' || pinned.regex === BASE64_OBJECT) return []
  const value = writeHeaderJson({ system: 'tests', value: `not-${key}` })
  const wrong = withRequestHeader(sentRequest(interaction), HEADERS.target, value)
  return [{ where: HEADERS.target, request: wrong }]
}

/** Each parameter with those values, everywhere it comes. */
function eachParameter(wrong: (value: string) => readonly string[]) {
  return (interaction: Interaction): readonly WrongRequest[] => {
    const sent = sentRequest(interaction)
    const changedIn = (where: string): SentRequest['query'] =>
      sent.query.flatMap(([name, value]) =>
        (name === where ? wrong(value) : [value]).map((each) => [name, each] as const),
      )
    const names = [...new Set(sent.query.map(([name]) => name))]
    return names.map((where) => ({ where, request: { ...sent, query: changedIn(where) } }))
  }
}

function pathChanged(interaction: Interaction): readonly WrongRequest[] {
  const sent = sentRequest(interaction)
  return [{ where: 'path', request: { ...sent, path: `${sent.path}-changed` } }]
}
