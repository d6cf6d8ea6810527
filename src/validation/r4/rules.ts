import { INVARIANTS } from '../../fhir/r4/invariants.ts'
import { CLAUSES } from '../clauses.ts'
import { type Check, NOTHING, type Rule } from '../rule.ts'

/** How something is not as R4 has it, and the clause that says so. */
const CLAUSE = {
  'resource-type': CLAUSES.resources,
  'unknown-element': CLAUSES.resources,
  choice: CLAUSES.choices,
  list: CLAUSES.json,
  single: CLAUSES.json,
  empty: CLAUSES.json,
  type: CLAUSES.json,
  form: CLAUSES.types,
  code: CLAUSES.bindings,
  target: CLAUSES.targets,
  depth: CLAUSES.limits,
  required: CLAUSES.r4,
} as const

// Its findings are of elements that other rules ask for, with more to say.
const WORDS: Readonly<Record<string, Pick<Rule, 'expected'>>> = {
  required: { expected: 'an element, or one of its choices, that the resource cannot do without' },
}

/** A way in which something is not as R4 has it. */
export type Kind = keyof typeof CLAUSE | `invariant.${string}`

const rule = (kind: string, source: string): Rule => ({
  id: `r4/${kind}`,
  severity: 'error',
  source,
})

/**
 * A rule for each kind of fault, and one for each invariant; where a finding is says of which element. A
 * rule for each element would be thousands, which nobody could read, count or leave out.
 */
const RULES: readonly Rule[] = [
  ...Object.entries(CLAUSE).map(([kind, source]) => ({ ...rule(kind, source), ...WORDS[kind] })),
  ...[...new Map([...INVARIANTS.values()].flat().map((each) => [each.key, each.expected]))].map(
    ([key, expected]) => ({ ...rule(`invariant.${key}`, `FHIR R4, invariant ${key}`), expected }),
  ),
]

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((each) => [each.id, each]))

/** The rule that such a fault goes against. */
export function ruleOf(kind: Kind): Rule {
  const found = BY_ID.get(`r4/${kind}`)
  if (found === undefined) throw new Error(`there is no rule r4/${kind}`)
  return found
}

const REQUIRED = ruleOf('required')

/** Checks of what is not as R4 has it, but for what is missing. */
export const R4_CHECKS: readonly Check[] = [checkOf(RULES.filter((each) => each !== REQUIRED))]

/** Checks of what R4 cannot do without; rules of BaRS for the same elements have more to say. */
export const R4_REQUIRED_CHECKS: readonly Check[] = [checkOf([REQUIRED])]

function checkOf(rules: readonly Rule[]): Check {
  const ids = new Set(rules.map(({ id }) => id))
  return {
    rules,
    find: ({ message }) =>
      message === undefined || message.r4.length === 0
        ? NOTHING
        : message.r4.filter(({ rule: id }) => ids.has(id)),
  }
}
