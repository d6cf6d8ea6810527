import { pathIn } from '../../../src/validation/judge.ts'

/** One thing in a request that BaRS, or the scenario, does not allow. */
export interface Violation {
  /** The id of the rule that it goes against: public and permanent. */
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'information'
  /** The header, the parameter, or the element of the message (FHIRPath). */
  readonly where: string
  /** An element of the message as a JSON pointer into the body; it need not be there. */
  readonly pointer?: string
  /** Where that is in the text of the body, where it has lines, or is no JSON: both from 1. */
  readonly line?: number
  readonly column?: number
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
  /** The first hundred. */
  readonly violations: readonly Violation[]
  /** What a Receiver may accept and a Sender should mend all the same: the first hundred. */
  readonly warnings: readonly Violation[]
  /** How many more of both there are; left out where there are none. */
  readonly more?: number
  /** How many findings were left out, as asked; left out where there are none. */
  readonly ignored?: number
  /** All of it, for a person to read; the wording is stable. */
  readonly text: string
}

/** How many violations a report tells of, and how many warnings: a message may have any number. */
const MOST_TOLD = 100

/** What a report is of. */
interface Reported {
  /** Method and path, as they may be shown. */
  readonly request: string
  readonly scenarioId?: string | undefined
  readonly violations: readonly Violation[]
  readonly warnings?: readonly Violation[]
  readonly ignored?: number
}

/** Writes a report of what was found in a request. */
export const reportOf = (reported: Reported): CheckReport => {
  const { request, scenarioId, violations, warnings = [], ignored = 0 } = reported
  const ok = violations.length === 0
  const [told, warned] = [toldOf(violations), toldOf(warnings)]
  const more = violations.length + warnings.length - told.length - warned.length
  const scenario = scenarioId === undefined ? '' : ` in scenario '${scenarioId}'`
  const text = [
    `${ok ? 'no ' : ''}contract violation${scenario}: ${request}`,
    ...inWords(told, violations.length),
    ...(warned.length > 0 ? ['worth mending, though a Receiver may accept it:'] : []),
    ...inWords(warned, warnings.length),
    ...(ignored > 0 ? [`ignored, as asked: ${ignored} more`] : []),
  ].join('\n')
  return {
    ok,
    violations: told,
    warnings: warned,
    ...(more > 0 && { more }),
    ...(ignored > 0 && { ignored }),
    text,
  }
}

const toldOf = (found: readonly Violation[]): readonly Violation[] =>
  found.slice(0, MOST_TOLD).map(({ where, expected, received, mend, ...others }) => ({
    ...others,
    ...pointerTo(where),
    where: printable(where),
    expected: printable(expected),
    received: printable(received),
    ...(mend !== undefined && { mend: printable(mend) }),
  }))

/** Where in the body an element is (RFC 6901), or would be; nothing for what is elsewhere. */
const pointerTo = (where: string): Pick<Violation, 'pointer'> => {
  const pointer = pathIn(where)?.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  return pointer === undefined ? {} : { pointer: pointer.join('').slice(0, MOST_PRINTED) }
}

const MOST_PRINTED = 400

const printable = (text: string): string => {
  const shown = visible(text.slice(0, MOST_PRINTED))
  return text.length > MOST_PRINTED ? `${shown}…` : shown
}

/**
 * Text on one line and without what a terminal or a CI log obeys or hides: what may come from a
 * message, such as a key, or from the name of a file.
 */
export const visible = (text: string): string =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)

const inWords = (told: readonly Violation[], count: number): readonly string[] => {
  const width = String(told.length).length
  const indent = ' '.repeat(width + 4)
  const lines = told.flatMap((each, place) => {
    const { where, expected, received, mend, rule, source } = each
    return [
      `  ${String(place + 1).padStart(width)}. ${where}${placeInWords(each)}`,
      `${indent}- expected ${expected}`,
      `${indent}+ received ${received}`,
      ...(mend === undefined ? [] : [`${indent}? ${mend}`]),
      `${indent}# ${rule}: ${source}`,
    ]
  })
  return count > told.length ? [...lines, `  … and ${count - told.length} more`] : lines
}

const LONGEST_LINE = 200

// Of a line as long as a message nobody counts the columns, but where it is the only clue.
const placeInWords = ({ where, line, column = 0 }: Violation): string => {
  if (line === undefined) return ''
  if (where === 'body') return ` (line ${line}, column ${column})`
  return column > LONGEST_LINE ? '' : ` (line ${line}, column ${column} of the body)`
}
