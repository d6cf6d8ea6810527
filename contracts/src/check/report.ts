/** One thing in a request that BaRS, or the scenario, does not allow. */
export interface Violation {
  /** The id of the rule that it goes against: public and permanent. */
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'information'
  /** The header, the parameter, or the element of the message. */
  readonly where: string
  readonly expected: string
  /** Never a value of the patient's, but for a sentinel NHS number. */
  readonly received: string
  /** How to put it right, where more can be said than what was expected. */
  readonly mend?: string
  /** The clause that asks for it. */
  readonly source: string
  /** The requirement of the national simulator that asks for it too. */
  readonly tag?: string
}

/** What there is to say about a request. */
export interface CheckReport {
  /** Whether there is no violation. */
  readonly ok: boolean
  readonly violations: readonly Violation[]
  /** What a Receiver may accept and a Sender should mend all the same. */
  readonly warnings: readonly Violation[]
  /** All of it, for a person to read; the wording is stable. */
  readonly text: string
}

/** Writes a report of what was found in a request. */
export const reportOf = (
  request: string,
  scenarioId: string | undefined,
  violations: readonly Violation[],
  warnings: readonly Violation[],
): CheckReport => {
  const ok = violations.length === 0
  const scenario = scenarioId === undefined ? '' : ` in scenario '${scenarioId}'`
  const text = [
    `${ok ? 'no ' : ''}contract violation${scenario}: ${request}`,
    ...inWords(violations),
    ...(warnings.length > 0 ? ['worth mending, though a Receiver may accept it:'] : []),
    ...inWords(warnings),
  ].join('\n')
  return { ok, violations, warnings, text }
}

const inWords = (found: readonly Violation[]): readonly string[] => {
  const width = String(found.length).length
  const indent = ' '.repeat(width + 4)
  return found.flatMap(({ where, expected, received, mend }, place) => [
    `  ${String(place + 1).padStart(width)}. ${where}`,
    `${indent}- expected ${expected}`,
    `${indent}+ received ${received}`,
    ...(mend === undefined ? [] : [`${indent}? ${mend}`]),
  ])
}
