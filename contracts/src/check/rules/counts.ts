import { type Focus, MESSAGE_DEFINITIONS } from '../../../../src/bars/message-definitions.ts'
import { WORKFLOWS } from '../../../../src/bars/workflow.ts'
import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import { CAD, CAS_REFERRAL, E_RS, isIn, PHARMACY_AND_E_RS } from '../elements/applications.ts'
import { REQUESTS } from '../elements/workflows.ts'
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
  {
    source: CLAUSES.payload,
    find: ({ message }) => (message ? furtherOf(message).flatMap(wrongCount(message)) : []),
  },
]

/** What requests of some Applications hold, though their MessageDefinition lets them do without. */
const FURTHER: readonly (readonly [type: string, applications: readonly string[]])[] = [
  ['Condition', [...PHARMACY_AND_E_RS, ...CAD]],
  ['Task', PHARMACY_AND_E_RS],
  ['Location', CAS_REFERRAL],
  ['Device', E_RS],
]

const furtherOf = ({ workflow, useCases }: CheckedMessage): readonly Count[] =>
  workflow !== undefined && REQUESTS.includes(workflow)
    ? FURTHER.filter(([, applications]) => isIn(applications, useCases)).map(([type]) => ({
        type,
        min: 1,
        max: Infinity,
      }))
    : []

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
