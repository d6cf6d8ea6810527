import { SYSTEMS } from '../../../../src/bars/code-systems.ts'
import { quoted } from '../../../../src/bars/failure.ts'
import { HEADERS } from '../../../../src/bars/headers.ts'
import { codingCodes, conceptCodes } from '../../../../src/fhir/coding.ts'
import { text } from '../../../../src/fhir/json.ts'
import type { CheckedMessage } from '../checked-message.ts'
import type { CheckedRequest } from '../checked-request.ts'
import { CLAUSES } from '../clauses.ts'
import { PROCESS_MESSAGE } from '../endpoints.ts'
import { masked, received } from '../received.ts'
import type { Finding, Rule } from '../rule.ts'
import { CASE, isUseCase } from './use-case.ts'

/** Rules for the header that repeats what a message says. */
export const USE_CONTEXT_RULES: readonly Rule[] = [
  { source: CLAUSES.headers, find: (request) => wrongUseContext(request) },
  { source: CLAUSES.headers, isWarning: true, find: (request) => capitalUseCase(request) },
]

const FORM = 'use case, category (or status of the Appointment), event and reason, with | between'

const useContextOf = ({ header }: CheckedRequest): readonly string[] => {
  const [useCase = '', ...others] = header(HEADERS.useContext)?.split('|') ?? []
  return [useCase.toLowerCase(), ...others].map((each) => each.trim())
}

const wrongUseContext = (request: CheckedRequest): readonly Finding[] => {
  const { header, meant, message } = request
  if (meant !== PROCESS_MESSAGE) return []
  const parts = useContextOf(request)
  const said = message === undefined ? [] : saidBy(message)
  const isRight = said.every((codes, i) => codes.length === 0 || codes.includes(parts[i] ?? ''))
  if (parts.length === 4 && isRight) return []
  const firsts = said.flatMap(([first]) => (isShown(first) ? [first] : []))
  const sent = header(HEADERS.useContext)?.trim()
  return [
    {
      where: `header ${HEADERS.useContext}`,
      expected: firsts.length === 4 ? `'${firsts.join('|')}'` : FORM,
      received: sent ? masked(quoted(sent)) : 'absent',
      mend: 'it repeats what the message says',
    },
  ]
}

const capitalUseCase = (request: CheckedRequest): readonly Finding[] => {
  const sent = request.header(HEADERS.useContext)?.trim() ?? ''
  const [right = ''] = useContextOf(request)
  return request.meant !== PROCESS_MESSAGE || !isUseCase(right) || sent.startsWith(right)
    ? []
    : [
        {
          where: `header ${HEADERS.useContext}`,
          expected: `use case ${right}`,
          received: masked(quoted(sent)),
          mend: CASE,
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
    useCases.map((code) => code.toLowerCase()).filter(isUseCase),
    isBooking && status ? [status] : conceptCodes(resource, 'category', SYSTEMS.category),
    codingCodes(header?.entry.resource, 'eventCoding', SYSTEMS.event),
    conceptCodes(header?.entry.resource, 'reason', SYSTEMS.reason),
  ]
}
