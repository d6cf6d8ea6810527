import { ENDPOINTS } from '../bars/endpoints.ts'
import { LIMITS } from '../bars/limits.ts'
import { faultInJson } from '../fhir/json-fault.ts'
import { inLines, type JsonPath, placesIn, type TextPlace } from '../fhir/json-places.ts'
import type { SentBody } from './body.ts'
import { check, checkMessage } from './check.ts'
import { type Judgement, reported, SEVERITIES } from './judgement.ts'
import { type Known, type RawRequest, takeApart } from './request.ts'
import type { Finding, Severity } from './rule.ts'

/** Judges a request to the FHIR API by all rules: the one way for a report, strict handling and a tool. */
export const judge = (raw: RawRequest, known: Known): Judgement =>
  judgementOf(sorted(check(takeApart(raw, known))), raw.body)

/** Judges a message alone, whatever it would be sent with. */
export function judgeMessage(body: SentBody): Judgement {
  const { method, path } = ENDPOINTS['process-message']
  const raw = { method, path, header: () => undefined, body }
  const known = { occasions: [], targetOf: NO_TARGET }
  return judgementOf(sorted(checkMessage(takeApart(raw, known))), body)
}

const NO_TARGET: Known['targetOf'] = () => {
  throw new Error('a message alone has no target')
}

/** The sternest first, and of each place the first: the rest of what it has is of the same cause. */
export function sorted(found: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return SEVERITIES.flatMap((each) => found.filter(({ severity }) => severity === each)).filter(
    ({ where }) => !seen.has(where) && seen.add(where),
  )
}

function judgementOf(found: readonly Finding[], body: SentBody): Judgement {
  const count = (each: Severity) => found.filter(({ severity }) => severity === each).length
  const kept = found.slice(0, LIMITS.findings)
  const places = placesOf(kept, body)
  return {
    findings: kept.map((finding, place) => reported(finding, places[place])),
    counts: {
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
    },
  }
}

/** Where in the text of the body findings are; undefined for what is elsewhere, or has no text. */
export function placesOf(
  found: readonly Pick<Finding, 'where'>[],
  body: SentBody,
): readonly (TextPlace | undefined)[] {
  const { text } = body
  if (text === undefined || found.length === 0) return []
  if (body.is === 'unreadable') {
    const fault = faultInJson(text)
    const place = inLines(text, [fault]).get(fault)
    return found.map(({ where }) => (where === 'body' ? place : undefined))
  }
  const paths = found.map(({ where }) => pathIn(where))
  const places = placesIn(
    text,
    paths.map((path) => path ?? []),
  )
  return places.map((place, index) => (paths[index] === undefined ? undefined : place))
}

const IN_BODY = /^Bundle((?:\.[^.[\]()]+|\[\d+\])*)/

/** The way to an element of the message, as far as keys and indexes tell it; undefined for what is elsewhere. */
export function pathIn(where: string): JsonPath | undefined {
  const [, path] = IN_BODY.exec(where) ?? []
  return path === undefined ? undefined : (path.match(/[^.[\]]+/g) ?? [])
}
