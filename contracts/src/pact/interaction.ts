import { providerState, scenarioState } from '../../../src/routes/pact.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import type { Json } from './json.ts'
import type { Rules } from './rules.ts'

type Headers = Readonly<Record<string, readonly string[]>>

export interface Body {
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
  readonly query?: Readonly<Record<string, readonly string[]>>
  readonly headers: Headers
  readonly body?: Body
  readonly matchingRules?: {
    readonly header?: Rules
    readonly query?: Rules
    readonly body?: Rules
  }
  readonly generators?: { readonly header?: Generators; readonly body?: Generators }
}

export interface PactResponse {
  readonly status: number
  readonly headers?: Headers
  readonly body?: Body
  readonly matchingRules?: { readonly body: Rules }
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

/** The interaction of a row: what a Receiver must be like, is asked, and answers. */
export const interactionOf = (
  { id, title, given }: Scenario,
  request: PactRequest,
  response: PactResponse,
): Interaction => ({
  type: 'Synchronous/HTTP',
  key: id,
  description: `${id}: ${title}`,
  providerStates: [{ name: given === undefined ? scenarioState(id) : providerState(given) }],
  request,
  response,
})

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

export const fhirBody = (content: Json): Body => ({
  content,
  contentType: 'application/fhir+json',
  encoded: false,
})

/** Headers as Pact has them: a list of values each. */
export const headerLists = (headers: Readonly<Record<string, string>>): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))
