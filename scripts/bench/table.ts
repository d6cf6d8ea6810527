import type { Report } from './report.ts'

/** The cells of a line. */
type Row = readonly string[]

/** The report as text. */
export const tableOf = (report: Report): string =>
  [
    report.conditions,
    ...[lines, ratios, crowds, figures].map((table) => aligned(table(report)).join('\n')),
  ].join('\n\n')

const lines = (report: Report): readonly Row[] => [
  ['', 'req/s', 'p50 ms', 'p99 ms'],
  ...report.lines.map(({ name, perSecond, p50, p99 }) => [
    name,
    perSecond.toFixed(0),
    p50.toFixed(2),
    p99.toFixed(2),
  ]),
]

const ratios = (report: Report): readonly Row[] => [
  ['', 'beside', '', '', '', 'ratio', 'half of the rounds', 'target', ''],
  ...report.ratios.map(({ name, to, unit, measured, reference, ratio, between, target }) => [
    name,
    to,
    threeDigits(measured),
    threeDigits(reference),
    unit,
    ratio.toFixed(2),
    between.map((each) => each.toFixed(2)).join(' to '),
    ...(target ? judgement(target) : ['', '']),
  ]),
]

const crowds = (report: Report): readonly Row[] => [
  ['all at once', 'organisations', 'req/s', 'fair share', 'slowest', 'fastest'],
  ...report.crowds.map(({ name, organisations, perSecond, fair, slowest, fastest }) => [
    name,
    ...[organisations, perSecond, fair].map((each) => each.toFixed(0)),
    ...[slowest, fastest].map((each) => `${each.toFixed(2)} of it`),
  ]),
]

const figures = (report: Report): readonly Row[] =>
  report.figures.map(({ name, measured, unit, target }) => [
    name,
    `${measured.toFixed(1)} ${unit}`,
    ...judgement(target),
  ])

const judgement = (target: Report['figures'][number]['target']): Row => [
  'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`,
  target.met ? 'met' : 'MISSED',
]

const threeDigits = (value: number): string => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)

// A column of numbers ends at one place, its heading with it.
const aligned = (rows: readonly Row[]): readonly string[] => {
  const pads = (rows[0] ?? []).map((_, column) => padOf(rows.map((row) => row[column] ?? '')))
  return rows.map((row) =>
    row
      .map((cell, column) => pads[column]?.(cell))
      .join('  ')
      .trimEnd(),
  )
}

const padOf = (cells: readonly string[]): ((cell: string) => string) => {
  const width = Math.max(...cells.map(({ length }) => length))
  const isNumbers = /^\d+(\.\d+)?( |$)/.test(cells.at(-1) ?? '')
  return (cell) => (isNumbers ? cell.padStart(width) : cell.padEnd(width))
}
