import { SYSTEMS, USE_CASES } from '../../../../src/bars/code-systems.ts'
import { quoted } from '../../../../src/bars/failure.ts'
import { HEADERS } from '../../../../src/bars/headers.ts'
import type { Workflow } from '../../../../src/bars/workflow.ts'
import { codingCodes, conceptCodes } from '../../../../src/fhir/coding.ts'
import { text } from '../../../../src/fhir/json.ts'
import type { CheckedMessage } from '../checked-message.ts'
import type { CheckedRequest } from '../checked-request.ts'
import { CLAUSES } from '../clauses.ts'
import { PROCESS_MESSAGE } from '../endpoints.ts'
import { masked, received } from '../received.ts'
import type { Finding, Rule } from '../rule.ts'

/** Rules for the use case, in the message and in the header that repeats it. */
export const USE_CASE_RULES: readonly Rule[] = [
  { source: CLAUSES.headers, find: (request) => wrongUseContext(request) },
  { source: CLAUSES.useCases, find: ({ message }) => (message ? noUseCase(message) : []) },
  { source: CLAUSES.useCases, find: ({ message }) => (message ? unknownUseCase(message) : []) },
  {
    source: CLAUSES.useCases,
    isWarning: true,
    find: ({ message }) => (message ? capitalUseCase(message) : []),
  },
]

const isUseCase = (code: string): boolean => Object.hasOwn(USE_CASES, code)

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
      hint: 'codes are case-sensitive',
    }))

const FORM = 'use case, category (or status of the Appointment), event and reason, with | between'

const wrongUseContext = ({ header, meant, message }: CheckedRequest): readonly Finding[] => {
  if (meant !== PROCESS_MESSAGE) return []
  const sent = header(HEADERS.useContext)?.trim()
  const parts = sent?.split('|').map((each) => each.trim()) ?? []
  const said = message === undefined ? [] : saidBy(message)
  const isRight = said.every((codes, i) => codes.length === 0 || codes.includes(parts[i] ?? ''))
  if (parts.length === 4 && isRight) return []
  const firsts = said.flatMap(([first]) => (isShown(first) ? [first] : []))
  return [
    {
      where: `header ${HEADERS.useContext}`,
      expected: firsts.length === 4 ? `'${firsts.join('|')}'` : FORM,
      received: sent ? masked(quoted(sent)) : 'absent',
      hint: 'it repeats what the message says',
    },
  ]
}

// What is not a code is not repeated.
const isShown = (code: string | undefined): code is string =>
  code !== undefined && (isUseCase(code) || received(code) === code)

const saidBy = ({ header, focus, useCases }: CheckedMessage): readonly (readonly string[])[] => {
  const resource = focus?.entry.resource
  const isBooking = resource?.resourceType === 'Appointment'
  const status = text(resource, 'status')
  return [
    useCases.filter(isUseCase),
    isBooking && status ? [status] : conceptCodes(resource, 'category', SYSTEMS.category),
    codingCodes(header?.entry.resource, 'eventCoding', SYSTEMS.event),
    conceptCodes(header?.entry.resource, 'reason', SYSTEMS.reason),
  ]
}
