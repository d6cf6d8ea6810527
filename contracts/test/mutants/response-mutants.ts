import { HEADERS } from '../../../src/bars/headers.ts'
import { asJson, type Json } from '../../../src/fhir/json.ts'
import { DEFAULT_APPOINTMENT_ID } from '../../../src/receiver/111-ed/act.ts'
import { CELLS } from '../../../src/receiver/111-ed/cells.ts'
import type { State } from '../../../src/receiver/111-ed/states.ts'
import type { CatalogueRow } from '../../../src/receiver/catalogue.ts'
import { statusOf } from '../../../src/scenarios/scenario.ts'
import { type Step, withValue } from './pinned.ts'

/** An answer of the sandbox, to be made wrong. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** A way in which the sandbox could answer wrongly, and the rows whose answers it changes. */
export interface ResponseMutant {
  readonly name: string
  readonly touches: (row: CatalogueRow) => boolean
  readonly mutate: Mutate
}

type Mutate = (
  answer: Answer,
  row: CatalogueRow,
  /** What the same request gets in another state. */
  askIn: (state: State) => Promise<Answer>,
) => Answer | Promise<Answer>

const ANOTHER_UUID = '0ba2500e-0000-4000-8000-000000000001'

// biome-ignore format: a table reads by column
export const RESPONSE_MUTANTS: readonly ResponseMutant[] = [
  { name: 'another status',               touches: all,                          mutate: anotherStatus },
  { name: 'another content type',         touches: all,                          mutate: header('Content-Type', 'application/json') },
  { name: 'another X-Request-Id',         touches: all,                          mutate: header(HEADERS.requestId, ANOTHER_UUID) },
  { name: 'an empty body',                touches: all,                          mutate: text('') },
  { name: 'an object without members',    touches: all,                          mutate: text('{}') },
  { name: 'another resource',             touches: all,                          mutate: body('Parameters', 'resourceType') },
  { name: 'another id than promised',     touches: promisesId,                   mutate: anotherId },
  { name: 'another issue code',           touches: kind('fail'),                 mutate: body('business-rule', 'issue', 0, 'code') },
  { name: 'another error code',           touches: kind('fail'),                 mutate: body('REC_OTHER', 'issue', 0, 'details', 'coding', 0, 'code') },
  { name: 'diagnostics that say nothing', touches: kind('fail'),                 mutate: body(' ', 'issue', 0, 'diagnostics') },
  { name: 'no diagnostics',               touches: kind('fail'),                 mutate: body(undefined, 'issue', 0, 'diagnostics') },
  { name: 'a resource of another status', touches: kind('read'),                 mutate: body('entered-in-error', 'status') },
  { name: 'another total',                touches: kind('slots', 'definitions'), mutate: body(99, 'total') },
  { name: 'a message not supported',      touches: kind('capability'),           mutate: body(undefined, 'messaging', 0, 'supportedMessage', 0) },
  { name: 'another MessageDefinition',    touches: kind('definitions'),          mutate: body('https://fhir.nhs.uk/other', 'entry', 0, 'resource', 'url') },
  { name: 'a Slot of another status',     touches: hasSlots,                     mutate: body('entered-in-error', 'entry', 0, 'resource', 'status') },
  { name: 'the answer of another state',  touches: isCell,                       mutate: answerOfAnotherState },
]

function all(): boolean {
  return true
}

function kind(...kinds: readonly CatalogueRow['reply']['kind'][]) {
  return ({ reply }: CatalogueRow): boolean => kinds.includes(reply.kind)
}

function hasSlots({ reply }: CatalogueRow): boolean {
  return reply.kind === 'slots' && ['full', 'mandatory'].includes(reply.diary)
}

function isCell({ id }: CatalogueRow): boolean {
  return CELLS.some((cell) => cell.id === id)
}

function promisesId(row: CatalogueRow): boolean {
  return promisedId(row) !== undefined
}

/** The id that a row's answer must have, if it promises one. */
function promisedId({ reply, sentinel, given }: CatalogueRow): string | undefined {
  if (reply.kind === 'read') return sentinel.values[0]
  if (reply.kind !== 'accept') return undefined
  // What a cell without an id of its own books or cancels is the stateful patient's Appointment.
  return reply.id ?? (given === undefined ? undefined : DEFAULT_APPOINTMENT_ID)
}

function anotherStatus(answer: Answer): Answer {
  return { ...answer, status: answer.status + 1 }
}

function header(name: string, value: string): Mutate {
  return (answer) => ({ ...answer, headers: { ...answer.headers, [name.toLowerCase()]: value } })
}

function text(wrong: string): Mutate {
  return (answer) => ({ ...answer, text: wrong })
}

/** Another value at a place of the body; undefined takes out what is there. */
function body(value: Json | undefined, ...at: readonly Step[]): Mutate {
  return (answer) => ({
    ...answer,
    text: JSON.stringify(withValue(asJson(JSON.parse(answer.text)), at, value)),
  })
}

function anotherId(answer: Answer, row: CatalogueRow): Answer {
  const [right, wrong] = [promisedId(row), ANOTHER_UUID].map((id) => `"id":"${id}"`)
  return { ...answer, text: answer.text.replace(right ?? '', wrong ?? '') }
}

async function answerOfAnotherState(
  _: Answer,
  row: CatalogueRow,
  askIn: (state: State) => Promise<Answer>,
): Promise<Answer> {
  const other = await askIn(otherState(row))
  // The row still names itself, so that the rest of the answer must give the mutant away.
  const name = HEADERS.scenario.toLowerCase()
  return { ...other, headers: { ...other.headers, [name]: row.id } }
}

/** A state in which the event of a cell gets another status. */
function otherState({ id, reply }: CatalogueRow): State {
  const event = CELLS.find((cell) => cell.id === id)?.event
  const other = CELLS.find(
    (cell) => cell.event === event && statusOf(cell.reply) !== statusOf(reply),
  )
  if (other === undefined) throw new Error(`${id} is answered alike in every state`)
  return other.state
}
