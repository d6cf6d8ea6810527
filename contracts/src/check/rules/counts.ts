import { type Focus, MESSAGE_DEFINITIONS } from '../../../../src/bars/message-definitions.ts'
import { WORKFLOWS } from '../../../../src/bars/workflow.ts'
import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import { isOf } from '../placed-entry.ts'
import type { Finding, Rule } from '../rule.ts'

/** How many resources of a type a message may hold. */
interface Count {
  readonly type: string
  readonly min: number
  readonly max: number
}

/** Rules for how many resources of each type there are. */
export const COUNT_RULES: readonly Rule[] = [
  {
    source: CLAUSES.definition,
    find: ({ message }) => (message ? countsOf(message).flatMap(wrongCount(message)) : []),
  },
]

const ANY_MESSAGE: readonly Count[] = [
  { type: 'MessageHeader', min: 1, max: 1 },
  { type: 'Patient', min: 1, max: 1 },
]

const countsOf = ({ workflow }: CheckedMessage): readonly Count[] => {
  if (workflow === undefined) return ANY_MESSAGE
  const focus: readonly Focus[] = MESSAGE_DEFINITIONS[WORKFLOWS[workflow].definition].focus
  return [...new Set(focus.map(([type]) => type))].map((type) => together(type, focus))
}

// A type may come twice, with two profiles: a message may hold as many as both allow.
const together = (type: string, focus: readonly Focus[]): Count => {
  const rows = focus.filter(([each]) => each === type)
  return {
    type,
    min: rows.reduce((sum, [, min]) => sum + min, 0),
    max: rows.reduce((sum, [, , max]) => sum + (max === '*' ? Infinity : Number(max)), 0),
  }
}

const wrongCount =
  ({ entries }: CheckedMessage) =>
  ({ type, min, max }: Count): readonly Finding[] => {
    const count = entries.filter(isOf(type)).length
    return count >= min && count <= max
      ? []
      : [
          {
            where: `Bundle.entry(${type})`,
            expected: inWords(min, max),
            received: count === 0 ? 'absent' : String(count),
          },
        ]
  }

const inWords = (min: number, max: number): string => {
  if (min === max) return `exactly ${min}`
  if (max === Infinity) return `at least ${min}`
  return min === 0 ? `at most ${max}` : `${min} to ${max}`
}
