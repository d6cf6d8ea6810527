import { text } from '../../../../src/fhir/json.ts'
import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import {
  FORM_IN_WORDS,
  hasNoZone,
  isBefore,
  isTime,
  type TimeForm,
} from '../elements/time-forms.ts'
import { PERIODS, TIMES } from '../elements/times.ts'
import { type Place, placesAt } from '../places.ts'
import { received } from '../received.ts'
import type { Finding, Rule } from '../rule.ts'

/** Rules for times, wherever they are sent. */
export const TIME_RULES: readonly Rule[] = [
  {
    source: CLAUSES.types,
    find: ({ message }) => (message ? resourcesOf(message).flatMap(wrongTimes) : []),
  },
  {
    source: CLAUSES.types,
    find: ({ message }) => (message ? resourcesOf(message).flatMap(endsTooSoon) : []),
  },
]

interface Resource extends Place {
  readonly type: string
}

const resourcesOf = ({ json, entries }: CheckedMessage): readonly Resource[] => [
  { where: 'Bundle', value: json, type: 'Bundle' },
  ...entries.map(({ where, entry: { resource } }) => ({
    where,
    value: resource,
    type: resource.resourceType,
  })),
]

const rowsOf = <Row>(table: Readonly<Record<string, readonly Row[]>>, type: string) =>
  (Object.hasOwn(table, type) ? table[type] : undefined) ?? []

const wrongTimes = ({ where, value, type }: Resource): readonly Finding[] => [
  ...wrongAt(value, where, 'meta?.lastUpdated?', 'instant'),
  ...rowsOf(TIMES, type).flatMap(({ path, form }) => wrongAt(value, where, path, form)),
  ...rowsOf(PERIODS, type).flatMap((path) =>
    ['start', 'end'].flatMap((end) => wrongAt(value, where, `${path}.${end}?`, 'dateTime')),
  ),
]

const wrongAt = (root: unknown, where: string, path: string, form: TimeForm): readonly Finding[] =>
  placesAt(root, path, where)
    .filter(({ value, due }) => due !== undefined || !isTime(form, value))
    .map(({ where: at, value, due }) => ({
      where: at,
      expected: due ?? FORM_IN_WORDS[form],
      received: received(value),
      ...(hasNoZone(value) && { mend: "a time says its zone: .NET's DateTimeOffset has one" }),
    }))

/** Resources that begin and end themselves. */
const SPANS: readonly string[] = ['Appointment', 'Slot']

const endsTooSoon = ({ where, value, type }: Resource): readonly Finding[] => {
  const periods = rowsOf(PERIODS, type).flatMap((path) => placesAt(value, path, where))
  return [...(SPANS.includes(type) ? [{ where, value }] : []), ...periods].flatMap((span) => {
    const [start, end] = [text(span.value, 'start'), text(span.value, 'end')]
    const isKnown = isTime('dateTime', start) && isTime('dateTime', end)
    return isKnown && isBefore(end ?? '', start ?? '')
      ? [
          {
            where: `${span.where}.end`,
            expected: 'a time after the start',
            received: received(end),
          },
        ]
      : []
  })
}
