import { RULES } from '../../../src/validation/check.ts'
import { sorted } from '../../../src/validation/judge.ts'
import type { Rule } from '../../../src/validation/rule.ts'
import { didYouMean, type OptionKinds } from '../arguments.ts'
import type { Violation } from './report.ts'
import { BASE_RULE, SCENARIO_RULES } from './scenario-rules.ts'

/** How what is found in a request is judged. */
export interface VerdictOptions {
  /**
   * Rules to leave out: the id of one, or what the ids of several begin with, up to a slash or a dot,
   * such as `simulator/`.
   */
  readonly ignore?: readonly string[]
  /** Whether a warning is a violation. */
  readonly warningsAsErrors?: boolean
}

/** The same as options of a function. */
export const VERDICT_OPTIONS: OptionKinds<VerdictOptions> = {
  ignore: 'list',
  warningsAsErrors: 'boolean',
}

/** Every rule that a request can go against, those of a stub included. */
const ALL_RULES: readonly Rule[] = [...RULES, BASE_RULE, ...Object.values(SCENARIO_RULES)]

/** What was found in a request, judged: one finding a place. */
interface Verdict {
  readonly violations: readonly Violation[]
  readonly warnings: readonly Violation[]
  /** How many findings were left out. */
  readonly ignored: number
}

/** Judges what was found in a request. */
export type ToVerdict = (found: readonly Violation[]) => Verdict

/**
 * Makes what gives verdicts by these options.
 * @throws RangeError that says what was meant, where there is no rule to ignore.
 */
export function verdictBy({ ignore = [], warningsAsErrors = false }: VerdictOptions): ToVerdict {
  for (const each of ignore) checkIsRule(each)
  const isIgnored = ({ rule }: Violation) => ignore.some((each) => covers(each, rule))
  return (found) => {
    const left = ignore.length === 0 ? found : found.filter((each) => !isIgnored(each))
    const told = sorted(left).filter(({ severity }) => severity !== 'information')
    const isViolation = ({ severity }: Violation) => warningsAsErrors || severity === 'error'
    return {
      violations: told.filter(isViolation),
      warnings: told.filter((each) => !isViolation(each)),
      ignored: found.length - left.length,
    }
  }
}

/** Judges as the rules do, and leaves nothing out. */
export const plainVerdict: ToVerdict = verdictBy({})

// What ends in a slash or a dot stands for all that begin so.
const covers = (ignored: string, rule: string): boolean =>
  rule === ignored || (/[/.]$/.test(ignored) && rule.startsWith(ignored))

function checkIsRule(ignored: unknown): void {
  if (typeof ignored === 'string' && ALL_RULES.some(({ id }) => covers(ignored, id))) return
  const meant = typeof ignored === 'string' ? didYouMean(ignored, NAMES) : ''
  throw new RangeError(
    `There is no rule '${ignored}' to ignore. ${meant || 'Reports name the rule of each finding.'}`,
  )
}

/** Ids of rules, and what several begin with. */
const NAMES: readonly string[] = [
  ...new Set(ALL_RULES.flatMap(({ id }) => [id, id.replace(/\/.*/, '/')])),
]
