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
      readonly variants: readonly { readonly index: number; readonly rules: Rules }[]
    }

/** The rules of one place, all of which hold. */
export interface Rule {
  readonly combine: 'AND'
  readonly matchers: readonly Matcher[]
}

/** Rules by place: a path in a body, the name of a header or of a parameter. */
export interface Rules {
  readonly [place: string]: Rule
}

export const rule = (...matchers: readonly Matcher[]): Rule => ({ combine: 'AND', matchers })

export const EQUAL: Matcher = { match: 'equality' }

export const matching = (regex: string): Matcher => ({ match: 'regex', regex })

/** Lets an object have keys that the example has not (requests are strict otherwise), or only those. */
export const keysMatching = (regex?: string): Matcher => ({
  match: 'eachKey',
  rules: regex === undefined ? [] : [matching(regex)],
  value: '',
})
