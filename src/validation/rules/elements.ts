import { received } from '../../bars/privacy.ts'
import { rememberBy } from '../../bars/remember.ts'
import { text } from '../../fhir/json.ts'
import { isBefore, isTime } from '../../fhir/time.ts'
import { CLAUSES } from '../clauses.ts'
import { type Circumstances, keyOf, sternness } from '../due.ts'
import { faultsAt, placesAt, type Test, testOf } from '../elements.ts'
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
import { PAYLOAD } from '../tables/payload.ts'
import { R4 } from '../tables/r4.ts'
import type { ElementRow, ElementTable } from '../tables/rows.ts'
import { SIMULATOR } from '../tables/simulator.ts'
import { PERIODS, TIMES } from '../tables/times.ts'

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
  compile('r4', CLAUSES.r4, R4),
  compile('payload', CLAUSES.payload, PAYLOAD),
  compile('simulator', CLAUSES.simulator, SIMULATOR, 'warning'),
  compile('value', CLAUSES.payload, FIXED),
  compile('time', CLAUSES.types, TIMES),
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

function isOrdered(span: unknown): boolean {
  const [start, end] = [text(span, 'start'), text(span, 'end')]
  if (start === undefined || end === undefined) return true
  return !isTime('dateTime', start) || !isTime('dateTime', end) || !isBefore(end, start)
}

/** Resources that begin and end themselves. */
const SPANS: readonly string[] = ['Appointment', 'Slot']

const PERIOD_TESTS: ReadonlyMap<string, readonly Test[]> = new Map(
  Object.entries(PERIODS).map(([type, paths]) => [
    type,
    paths.map((path) => testOf({ path, is: isOrdered })),
  ]),
)

const areOrdered = (resource: unknown, type: string): boolean =>
  (PERIOD_TESTS.get(type) ?? []).every((test) => test(resource)) &&
  (!SPANS.includes(type) || isOrdered(resource))

function endsTooSoon({ entries }: SentMessage): readonly Fault[] {
  return entries.flatMap(({ where, entry: { resource } }) => {
    const type = resource.resourceType
    if (areOrdered(resource, type)) return []
    const periods = (PERIODS[type] ?? []).flatMap((path) => placesAt(resource, path, where))
    const own = SPANS.includes(type) ? [{ where, value: resource }] : []
    return [...own, ...periods]
      .filter(({ value }) => !isOrdered(value))
      .map((span) => ({
        where: `${span.where}.end`,
        expected: 'a time after the start',
        received: received(text(span.value, 'end')),
      }))
  })
}
