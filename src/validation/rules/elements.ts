import { received } from '../../bars/privacy.ts'
import { rememberBy } from '../../bars/remember.ts'
import { text } from '../../fhir/json.ts'
import { isBefore, isTime } from '../../fhir/time.ts'
import { CLAUSES } from '../clauses.ts'
import { type Circumstances, keyOf, sternness } from '../due.ts'
import { faultsAt, type Test, testOf } from '../elements.ts'
import type { SentMessage } from '../message.ts'
import {
  type Check,
  type Fault,
  type Finding,
  findingOf,
  NOTHING,
  ofMessage,
  type Rule,
  type Severity,
} from '../rule.ts'
import { FIXED } from '../tables/bindings.ts'
import { BUNDLE } from '../tables/bundle.ts'
import { PAYLOAD, REFERENCES } from '../tables/payload.ts'
import type { ElementRow, ElementTable } from '../tables/rows.ts'
import { SIMULATOR } from '../tables/simulator.ts'

/** A row that is compiled: a rule by itself, and a test that says yes or no. */
interface CompiledRow {
  readonly rule: Rule
  readonly row: ElementRow
  readonly isRight: Test
}

type CompiledTable = ReadonlyMap<string, readonly CompiledRow[]>

function compile(
  layer: string,
  source: string,
  table: ElementTable,
  severity: Severity = 'error',
): CompiledTable {
  const rowOf = (type: string, row: ElementRow): CompiledRow => ({
    rule: {
      id: `${layer}/${type === EVERY_TYPE ? '' : `${type}.`}${(row.name ?? row.path).replaceAll(/[?[\]]/g, '')}`,
      severity,
      source: row.source ?? source,
      ...(row.tag && { tag: row.tag }),
      ...(row.due && { due: row.due }),
      expected: row.expected,
    },
    row,
    isRight: testOf(row),
  })
  return new Map(
    Object.entries(table).map(([type, rows]) => [type, rows.map((row) => rowOf(type, row))]),
  )
}

/** What stands for every type in a table. */
const EVERY_TYPE = '*'

const TABLES: readonly CompiledTable[] = [
  compile('bundle', CLAUSES.bundle, BUNDLE),
  compile('payload', CLAUSES.payload, PAYLOAD),
  compile('payload', CLAUSES.payload, REFERENCES),
  compile('simulator', CLAUSES.simulator, SIMULATOR, 'warning'),
  compile('value', CLAUSES.payload, FIXED),
]

/** The rows that are due in a message, by type, and how sternly. */
type Plan = (type: string) => readonly DueRow[]

interface DueRow extends CompiledRow {
  readonly severity: Severity
}

const planFor = rememberBy(keyOf, (circumstances: Circumstances): Plan => {
  const types = new Set(TABLES.flatMap((table) => [...table.keys()]))
  const byType = new Map([...types].map((type) => [type, dueRows(type, circumstances)]))
  const others = dueRows(EVERY_TYPE, circumstances)
  return (type) => byType.get(type) ?? others
})

function dueRows(type: string, circumstances: Circumstances): readonly DueRow[] {
  return TABLES.flatMap((table) =>
    [...new Set([type, EVERY_TYPE])].flatMap((each) => table.get(each) ?? []),
  ).flatMap((compiled) => {
    const stern = sternness(compiled.row.due ?? [], circumstances)
    const severity = stern === 'error' ? compiled.rule.severity : stern
    return severity === undefined ? [] : [{ ...compiled, severity }]
  })
}

/** Checks of the elements that the Bundle and its resources must have, by the tables. */
export const ELEMENT_CHECKS: readonly Check[] = [
  {
    rules: TABLES.flatMap((table) => [...table.values()].flat().map(({ rule }) => rule)),
    find: ({ message }) => (message === undefined ? NOTHING : wrongElements(message)),
  },
  ofMessage({ id: 'time/order', severity: 'error', source: CLAUSES.types }, endsTooSoon),
]

function wrongElements(message: SentMessage): readonly Finding[] {
  const rowsOf = planFor(message)
  const found: Finding[] = []
  const tell = (resource: unknown, where: string, { rule, row, severity }: DueRow) => {
    for (const fault of faultsAt(resource, where, row)) {
      found.push(findingOf(rule, { ...fault, severity }))
    }
  }
  for (const due of rowsOf('Bundle')) {
    if (!due.isRight(message.json)) tell(message.json, 'Bundle', due)
  }
  for (const { where, entry } of message.entries) {
    const { resource } = entry
    for (const due of rowsOf(resource.resourceType)) {
      if (due.isRight(resource) || due.row.of?.(resource, message) === false) continue
      tell(resource, where, due)
    }
  }
  return found
}

/** Resources that begin and end themselves; of periods R4's own rule says it. */
const SPANS = ['Appointment', 'Slot'] as const

function endsTooSoon({ of }: SentMessage): readonly Fault[] {
  return SPANS.flatMap((type) => of(type)).flatMap(({ where, entry: { resource } }) => {
    const [start, end] = [text(resource, 'start'), text(resource, 'end')]
    const isKnown = isTime('dateTime', start) && isTime('dateTime', end)
    if (!isKnown || !isBefore(end, start)) return NOTHING
    return [{ where: `${where}.end`, expected: 'a time after the start', received: received(end) }]
  })
}
