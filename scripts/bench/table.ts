import type { Report } from './report.ts'
import { REFERENCES } from './subjects.ts'

const RATIOS = REFERENCES.map((reference) => `÷ ${reference}`)
const HEADINGS = ['', 'req/s', 'p50 ms', 'p99 ms', ...RATIOS, 'target', '']

const verdict = ({ met }: { readonly met: boolean }): string => (met ? 'met' : 'MISSED')

/** The report as text: a table of the subjects, then the figures. */
export const tableOf = ({ conditions, lines, figures }: Report): string => {
  const rows = lines.map(({ name, perSecond, p50, p99, ratios, target }) => [
    name,
    perSecond.toFixed(0),
    p50.toFixed(2),
    p99.toFixed(2),
    ...REFERENCES.map((reference) => ratios[reference]?.toFixed(2) ?? ''),
    ...(target ? [`≥ ${target.atLeast} of ${target.of}`, verdict(target)] : ['', '']),
  ])
  const besides = figures.map(({ name, measured, unit, target }) => [
    name,
    `${measured.toFixed(1)} ${unit}`,
    ...(target ? [`≤ ${target.atMost} ${unit}`, verdict(target)] : ['', '']),
  ])
  return [conditions, '', ...aligned([HEADINGS, ...rows]), '', ...aligned(besides)].join('\n')
}

// Numbers, between the name and the target, end at one line.
const aligned = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  const isNumber = (column: number): boolean => column > 0 && column < widths.length - 2
  const pad = (cell: string, column: number): string =>
    isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
  return rows.map((row) => row.map(pad).join('  ').trimEnd())
}
