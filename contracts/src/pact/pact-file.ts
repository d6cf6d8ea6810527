import { asJson, isObject, type Json } from '../../../src/fhir/json.ts'

/** A matching rule of the Pact V4 specification, as far as these contracts use them. */
export type Matcher =
  | { readonly match: 'equality' }
  | { readonly match: 'regex'; readonly regex: string }
  | { readonly match: 'type'; readonly min?: number }
  | {
      readonly match: 'eachKey'
      readonly rules: readonly Matcher[]
      readonly value: string
    }
  | {
      readonly match: 'arrayContains'
      readonly variants: readonly { readonly index: number; readonly rules: MatchingRules }[]
    }

/** The rules of one place, all of which hold. */
export interface MatchingRule {
  readonly combine: 'AND'
  readonly matchers: readonly Matcher[]
}

/** MatchingRules by place: a path in a body, the name of a header or of a parameter. */
export interface MatchingRules {
  readonly [place: string]: MatchingRule
}

export const allOf = (...matchers: readonly Matcher[]): MatchingRule => ({
  combine: 'AND',
  matchers,
})

export const EQUAL: Matcher = { match: 'equality' }

export const matching = (regex: string): Matcher => ({ match: 'regex', regex })

/** Lets an object have keys that the example has not (requests are strict otherwise), or only those. */
export const keysMatching = (regex?: string): Matcher => ({
  match: 'eachKey',
  rules: regex === undefined ? [] : [matching(regex)],
  value: '',
})

type Lists = Readonly<Record<string, readonly string[]>>

interface FhirBody {
  readonly content: Json
  readonly contentType: 'application/fhir+json'
  readonly encoded: false
}

export interface Generator {
  readonly type: 'DateTime' | 'ProviderState' | 'Uuid'
  readonly format?: string
  readonly expression?: string
  readonly dataType?: 'STRING'
}

type Generators = Readonly<Record<string, Generator>>

export interface PactRequest {
  readonly method: 'GET' | 'POST'
  /** Relative to the FHIR base. */
  readonly path: string
  readonly query?: Lists
  readonly headers: Lists
  readonly body?: FhirBody
  readonly matchingRules?: {
    readonly header?: MatchingRules
    readonly query?: MatchingRules
    readonly body?: MatchingRules
  }
  readonly generators?: { readonly header?: Generators; readonly body?: Generators }
}

export interface PactResponse {
  readonly status: number
  readonly headers?: Lists
  readonly body?: FhirBody
  readonly matchingRules?: { readonly body: MatchingRules }
}

interface ProviderState {
  readonly name: string
  readonly params?: Readonly<Record<string, string>>
}

/** One request and its answer, as Pact V4 writes them. */
export interface Interaction {
  readonly type: 'Synchronous/HTTP'
  readonly key: string
  readonly description: string
  readonly providerStates: readonly ProviderState[]
  readonly request: PactRequest
  readonly response: PactResponse
}

/** A Pact file. */
export interface Pact {
  readonly consumer: { readonly name: string }
  readonly provider: { readonly name: string }
  readonly interactions: readonly Interaction[]
  readonly metadata: { readonly pactSpecification: { readonly version: '4.0' } }
}

/** What one party expects of another. Nothing in it tells when or with what it was written. */
export const pact = (
  consumer: string,
  provider: string,
  interactions: readonly Interaction[],
): Pact => ({
  consumer: { name: consumer },
  provider: { name: provider },
  interactions,
  metadata: { pactSpecification: { version: '4.0' } },
})

export const fhirBody = (content: Json): FhirBody => ({
  content,
  contentType: 'application/fhir+json',
  encoded: false,
})

/** Headers as Pact has them: a list of values each. */
export const headerLists = (headers: Readonly<Record<string, string>>): Lists =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))

/** JSON as generated files have it: sorted keys, two spaces, a line feed at the end. */
export const writeJson = (value: unknown): string =>
  `${JSON.stringify(sorted(asJson(value)), null, 2)}\n`

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]))
}

/** The JSON of a file; undefined where it holds none. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
