import { HEADERS } from '../../src/bars/headers.ts'
import { CELLS } from '../../src/receiver/111-ed/scenarios.ts'
import type { Scenario, State } from '../../src/scenarios/scenario.ts'
import { type Answer, withBody, withHeader } from './answer.ts'
import { otherState } from './other-state.ts'
import type { Step } from './pins.ts'
import { promisedId } from './promised-id.ts'

/** A way in which the sandbox could answer wrongly, and the rows whose answers it changes. */
export interface ResponseMutant {
  readonly name: string
  readonly touches: (row: Scenario) => boolean
  readonly mutate: (
    answer: Answer,
    row: Scenario,
    /** What the same request gets in another state. */
    askIn: (state: State) => Promise<Answer>,
  ) => Answer | Promise<Answer>
}

const ANOTHER_UUID = '0ba2500e-0000-4000-8000-000000000001'
const ISSUE: readonly Step[] = ['issue', 0]

const all = () => true

const kind =
  (...kinds: readonly Scenario['reply']['kind'][]) =>
  ({ reply }: Scenario): boolean =>
    kinds.includes(reply.kind)

const only =
  (id: string) =>
  (row: Scenario): boolean =>
    row.id === id

const anotherId = (answer: Answer, row: Scenario): Answer => ({
  ...answer,
  text: answer.text.replace(`"id":"${promisedId(row)}"`, `"id":"${ANOTHER_UUID}"`),
})

const anotherIssue = (answer: Answer): Answer =>
  withBody(answer, [...ISSUE, 'code'], 'business-rule')

const answerOfAnotherState: ResponseMutant['mutate'] = async (answer, row, askIn) => {
  const other = await askIn(otherState(row))
  // The row still names itself, so that the rest of the answer must give the mutant away.
  return withHeader(other, HEADERS.scenario, answer.headers[HEADERS.scenario.toLowerCase()] ?? '')
}

const promisesId = (row: Scenario): boolean => promisedId(row) !== undefined

const isCell = (row: Scenario): boolean => CELLS.some(({ id }) => id === row.id)

const OF_EVERY: readonly ResponseMutant[] = [
  { name: 'another status', touches: all, mutate: (a) => ({ ...a, status: a.status + 1 }) },
  {
    name: 'another content type',
    touches: all,
    mutate: (a) => withHeader(a, 'Content-Type', 'application/json'),
  },
  { name: 'an empty body', touches: all, mutate: (a) => ({ ...a, text: '' }) },
  { name: 'an object without members', touches: all, mutate: (a) => ({ ...a, text: '{}' }) },
  {
    name: 'another resource',
    touches: all,
    mutate: (a) => withBody(a, ['resourceType'], 'Parameters'),
  },
  {
    name: 'another X-Request-Id',
    touches: all,
    mutate: (a) => withHeader(a, HEADERS.requestId, ANOTHER_UUID),
  },
]

const OF_SOME: readonly ResponseMutant[] = [
  { name: 'another id than promised', touches: promisesId, mutate: anotherId },
  { name: 'another issue code', touches: kind('fail'), mutate: anotherIssue },
  {
    name: 'another error code',
    touches: kind('fail'),
    mutate: (a) => withBody(a, [...ISSUE, 'details', 'coding', 0, 'code'], 'REC_OTHER'),
  },
  {
    name: 'diagnostics that say nothing',
    touches: kind('fail'),
    mutate: (a) => withBody(a, [...ISSUE, 'diagnostics'], ' '),
  },
  {
    name: 'no diagnostics',
    touches: kind('fail'),
    mutate: (a) => withBody(a, [...ISSUE, 'diagnostics'], undefined),
  },
  {
    name: 'a resource of another status',
    touches: kind('read'),
    mutate: (a) => withBody(a, ['status'], 'entered-in-error'),
  },
  {
    name: 'another total',
    touches: kind('slots', 'definitions'),
    mutate: (a) => withBody(a, ['total'], 99),
  },
  {
    name: 'a message not supported',
    touches: kind('capability'),
    mutate: (a) => withBody(a, ['messaging', 0, 'supportedMessage', 0], undefined),
  },
  {
    name: 'another MessageDefinition',
    touches: kind('definitions'),
    mutate: (a) => withBody(a, ['entry', 0, 'resource', 'url'], 'https://fhir.nhs.uk/other'),
  },
  {
    name: 'a Slot of another status',
    touches: (row) => row.reply.kind === 'slots' && ['full', 'mandatory'].includes(row.reply.diary),
    mutate: (a) => withBody(a, ['entry', 0, 'resource', 'status'], 'entered-in-error'),
  },
  { name: 'the answer of another state', touches: isCell, mutate: answerOfAnotherState },
]

const OF_ONE: readonly ResponseMutant[] = [
  { name: 'one id', touches: only('booking-get'), mutate: anotherId },
  { name: 'one issue code', touches: only('booking-conflict-409'), mutate: anotherIssue },
  {
    name: 'one cell of the state table',
    touches: only('111-ed-refer-mislinked-appointment-booked'),
    mutate: answerOfAnotherState,
  },
]

export const RESPONSE_MUTANTS: readonly ResponseMutant[] = [...OF_EVERY, ...OF_SOME, ...OF_ONE]
