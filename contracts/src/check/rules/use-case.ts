import { SYSTEMS, USE_CASES } from '../../../../src/bars/code-systems.ts'
import type { Workflow } from '../../../../src/bars/workflow.ts'
import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import { received } from '../received.ts'
import type { Finding, Rule } from '../rule.ts'

/** Rules for the use case of a message. */
export const USE_CASE_RULES: readonly Rule[] = [
  { source: CLAUSES.useCases, find: ({ message }) => (message ? noUseCase(message) : []) },
  { source: CLAUSES.useCases, find: ({ message }) => (message ? unknownUseCase(message) : []) },
  {
    source: CLAUSES.useCases,
    isWarning: true,
    find: ({ message }) => (message ? capitalUseCase(message) : []),
  },
]

/** What a code in capitals is told. */
export const CASE = 'codes are case-sensitive'

export const isUseCase = (code: string): boolean => Object.hasOwn(USE_CASES, code)

const elementOf = ({ focus }: CheckedMessage): string =>
  focus?.entry.resource.resourceType === 'Appointment' ? 'serviceCategory' : 'category'

const useCaseAt = (message: CheckedMessage): string =>
  `${message.focus?.where}.${elementOf(message)}(use case)`

const WITHOUT: readonly (Workflow | undefined)[] = ['booking-cancel', undefined]

const noUseCase = (message: CheckedMessage): readonly Finding[] =>
  message.focus === undefined || WITHOUT.includes(message.workflow) || message.useCases.length > 0
    ? []
    : [
        {
          where: useCaseAt(message),
          expected: `a coding of ${SYSTEMS.useCase}, such as a1t1`,
          received: 'absent',
        },
      ]

const unknownUseCase = (message: CheckedMessage): readonly Finding[] =>
  message.useCases
    .filter((code) => !isUseCase(code.toLowerCase()))
    .map((code) => ({
      where: useCaseAt(message),
      expected: `a code of ${SYSTEMS.useCase}, such as a1t1`,
      received: received(code),
    }))

const capitalUseCase = (message: CheckedMessage): readonly Finding[] =>
  message.useCases
    .filter((code) => !isUseCase(code) && isUseCase(code.toLowerCase()))
    .map((code) => ({
      where: useCaseAt(message),
      expected: code.toLowerCase(),
      received: received(code),
      mend: CASE,
    }))
