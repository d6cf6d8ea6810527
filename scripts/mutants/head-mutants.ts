import type { Interaction } from '../../contracts/src/pact/pact-file.ts'
import { BASE64_OBJECT } from '../../contracts/src/pact/patterns.ts'
import { writeHeaderJson } from '../../src/bars/header-json.ts'
import { HEADERS } from '../../src/bars/headers.ts'
import type { WrongRequest } from './body-mutants.ts'
import { type SentRequest, sentRequest, withRequestHeader } from './sent-request.ts'

const isBase64Json = (value: string): boolean => new RegExp(BASE64_OBJECT).test(value)

const headersOf = ({ request }: Interaction): readonly (readonly [string, string])[] =>
  Object.entries(sentRequest(request).headers)

/** Each base64 header as the JSON that it holds. */
export const headersDecoded = (interaction: Interaction): readonly WrongRequest[] =>
  headersOf(interaction)
    .filter(([, value]) => isBase64Json(value))
    .map(([name, value]) => ({
      where: name,
      request: withRequestHeader(sentRequest(interaction.request), name, atob(value)),
    }))

/** Each header left out. */
export const headersLeftOut = (interaction: Interaction): readonly WrongRequest[] =>
  headersOf(interaction).map(([name]) => ({
    where: name,
    request: withRequestHeader(sentRequest(interaction.request), name, undefined),
  }))

const WRONG: Readonly<Record<string, string>> = {
  Accept: 'text/html',
  'Content-Type': 'application/json',
  [HEADERS.requestId]: 'request-1',
  [HEADERS.correlationId]: 'correlation-1',
  [HEADERS.useContext]: 'a1t1',
}

/** Each header that is no base64 with a value that it must not have. */
export const headersChanged = (interaction: Interaction): readonly WrongRequest[] =>
  headersOf(interaction).flatMap(([name]) => {
    const value = WRONG[name]
    return value === undefined
      ? []
      : [{ where: name, request: withRequestHeader(sentRequest(interaction.request), name, value) }]
  })

/** Another target, where the target is the sentinel. */
export const targetsChanged = ({ key, request }: Interaction): readonly WrongRequest[] => {
  const [pinned] = request.matchingRules?.header?.[HEADERS.target]?.matchers ?? []
  if (pinned?.match !== 'regex' || pinned.regex === BASE64_OBJECT) return []
  const value = writeHeaderJson({ system: 'tests', value: `not-${key}` })
  return [
    {
      where: HEADERS.target,
      request: withRequestHeader(sentRequest(request), HEADERS.target, value),
    },
  ]
}

const eachParameter = (
  { request }: Interaction,
  change: (sent: SentRequest, name: string) => SentRequest['query'],
): readonly WrongRequest[] => {
  const sent = sentRequest(request)
  return [...new Set(sent.query.map(([name]) => name))].map((name) => ({
    where: name,
    request: { ...sent, query: change(sent, name) },
  }))
}

/** Each parameter with another value, everywhere it comes. */
export const parametersChanged = (interaction: Interaction): readonly WrongRequest[] =>
  eachParameter(interaction, ({ query }, name) =>
    query.map(([each, value]) => [each, each === name ? `${value}-changed` : value]),
  )

/** Each parameter left out. */
export const parametersLeftOut = (interaction: Interaction): readonly WrongRequest[] =>
  eachParameter(interaction, ({ query }, name) => query.filter(([each]) => each !== name))

/** Another path. */
export const pathsChanged = ({ request }: Interaction): readonly WrongRequest[] => {
  const sent = sentRequest(request)
  return [{ where: 'path', request: { ...sent, path: `${sent.path}-changed` } }]
}
