import { CATEGORIES, SYSTEMS, USE_CASES } from '../../bars/code-systems.ts'
import { ENDPOINTS } from '../../bars/endpoints.ts'
import { HEADERS } from '../../bars/headers.ts'
import { quoted, received } from '../../bars/privacy.ts'
import { REASONS, WORKFLOW_EVENTS, type Workflow } from '../../bars/workflow.ts'
import { CODES, codingCodes, conceptCodes } from '../../fhir/coding.ts'
import { text } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import type { SentMessage } from '../message.ts'
import type { SentRequest } from '../request.ts'
import { type Check, type Fault, NOTHING, ofMessage, ofRequest, type Rule } from '../rule.ts'

const rule = (id: string, source: string, severity: Rule['severity'] = 'error'): Rule => ({
  id,
  severity,
  source,
})

/** Checks of the header that repeats what the message says. */
export const USE_CONTEXT_CHECKS: readonly Check[] = [
  ofRequest(
    { ...rule('http/use-context', CLAUSES.headers), tag: 'RS/BS-HTTP-HEAD' },
    wrongUseContext,
  ),
  ofRequest(rule('http/use-context.case', CLAUSES.headers, 'warning'), capitalsInContext),
]

/** Checks of the use case of a message. */
export const USE_CASE_CHECKS: readonly Check[] = [
  ofMessage(rule('message/use-case', CLAUSES.useCases), noUseCase),
  ofMessage(rule('message/use-case.known', CLAUSES.useCases), unknownUseCase),
  ofMessage(rule('message/use-case.case', CLAUSES.useCases, 'warning'), capitalUseCase),
]

const KINDS: readonly string[] = [...Object.keys(CATEGORIES), ...CODES.appointmentStatus]

const CASE = 'codes are case-sensitive'

const isUseCase = (code: string): boolean => Object.hasOwn(USE_CASES, code)

const FORM = 'use case, category (or status of the Appointment), event and reason, with | between'

function useContextOf({ header }: SentRequest): readonly string[] {
  const [useCase = '', ...others] = header(HEADERS.useContext)?.split('|') ?? []
  return [useCase.toLowerCase(), ...others].map((each) => each.trim())
}

function wrongUseContext(request: SentRequest): readonly Fault[] {
  const { header, meant, message } = request
  if (meant !== ENDPOINTS['process-message']) return NOTHING
  const parts = useContextOf(request)
  const said = message === undefined ? [] : saidBy(message)
  const isRight = said.every((codes, i) => codes.length === 0 || codes.includes(parts[i] ?? ''))
  if (parts.length === 4 && isRight) return NOTHING
  const firsts = said.flatMap(([first]) => (isShown(first) ? [first] : []))
  const sent = header(HEADERS.useContext)?.trim()
  return [
    {
      where: `header ${HEADERS.useContext}`,
      expected: firsts.length === 4 ? `'${firsts.join('|')}'` : FORM,
      received: sent ? quoted(sent) : 'absent',
      mend: 'it repeats what the message says',
    },
  ]
}

function capitalsInContext(request: SentRequest): readonly Fault[] {
  if (request.meant !== ENDPOINTS['process-message']) return NOTHING
  const sent = request.header(HEADERS.useContext)?.trim() ?? ''
  const [right = ''] = useContextOf(request)
  if (!isUseCase(right) || sent.startsWith(right)) return NOTHING
  return [
    {
      where: `header ${HEADERS.useContext}`,
      expected: `use case ${right}`,
      received: quoted(sent),
      mend: CASE,
    },
  ]
}

// What is not a code is not repeated.
const isShown = (code: string | undefined): code is string =>
  code !== undefined && (isUseCase(code) || received(code) === code)

function saidBy({ header, focus, useCases }: SentMessage): readonly (readonly string[])[] {
  const resource = focus?.entry.resource
  const isBooking = resource?.resourceType === 'Appointment'
  const status = text(resource, 'status') ?? ''
  const kind = isBooking ? [status] : conceptCodes(resource, 'category', SYSTEMS.category)
  // What is no code has a finding of its own: the header is not to repeat it.
  return [
    useCases.map((code) => code.toLowerCase()).filter(isUseCase),
    kind.filter((each) => KINDS.includes(each)),
    codingCodes(header?.entry.resource, 'eventCoding', SYSTEMS.event).filter((each) =>
      WORKFLOW_EVENTS.some((event) => event === each),
    ),
    conceptCodes(header?.entry.resource, 'reason', SYSTEMS.reason).filter((each) =>
      REASONS.some((reason) => reason === each),
    ),
  ]
}

function useCaseAt({ focus }: SentMessage): string {
  const isBooking = focus?.entry.resource.resourceType === 'Appointment'
  return `${focus?.where}.${isBooking ? 'serviceCategory' : 'category'}(use case)`
}

const WITHOUT: readonly (Workflow | undefined)[] = ['booking-cancel', undefined]

function noUseCase(message: SentMessage): readonly Fault[] {
  const { focus, workflow, useCases } = message
  if (focus === undefined || WITHOUT.includes(workflow) || useCases.length > 0) return NOTHING
  return [
    {
      where: useCaseAt(message),
      expected: `a coding of ${SYSTEMS.useCase}, such as a1t1`,
      received: 'absent',
      mend: `there are ${ALL_RANGES}`,
    },
  ]
}

function unknownUseCase(message: SentMessage): readonly Fault[] {
  return message.useCases
    .filter((code) => !isUseCase(code.toLowerCase()))
    .map((code) => ({
      where: useCaseAt(message),
      expected: `a code of ${SYSTEMS.useCase}, such as a1t1`,
      received: asUseCase(code),
      mend: `there are ${rangesNear(code)}`,
    }))
}

function capitalUseCase(message: SentMessage): readonly Fault[] {
  return message.useCases
    .filter((code) => !isUseCase(code) && isUseCase(code.toLowerCase()))
    .map((code) => ({
      where: useCaseAt(message),
      expected: code.toLowerCase(),
      received: asUseCase(code),
      mend: CASE,
    }))
}

// Its form has no room for a patient's data.
const asUseCase = (code: string): string =>
  /^a\d{1,2}t\d{1,2}$/i.test(code) ? code : received(code)

/** The codes of each Application, the first and the last of them. */
const RANGES: ReadonlyMap<string, string> = rangesOf(Object.keys(USE_CASES))

const ALL_RANGES = [...RANGES.values()].join(', ')

function rangesOf(codes: readonly string[]): ReadonlyMap<string, string> {
  const ends = new Map<string, readonly [first: string, last: string]>()
  for (const code of codes) {
    const [application = code] = /^a\d+/.exec(code) ?? []
    ends.set(application, [ends.get(application)?.[0] ?? code, code])
  }
  return new Map(
    [...ends].map(([name, [first, last]]) => [
      name,
      first === last ? first : `${first} to ${last}`,
    ]),
  )
}

const rangesNear = (code: string): string => {
  const [application = ''] = /^a\d+/.exec(code.toLowerCase()) ?? []
  return RANGES.get(application) ?? ALL_RANGES
}
