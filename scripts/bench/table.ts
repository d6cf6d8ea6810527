import { aligned, type Row } from './aligned.ts'
import type { Report } from './report.ts'

const verdict = ({ met }: { readonly met: boolean }): string => (met ? 'met' : 'MISSED')

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
  ['req/s of', 'to those of', 'ratio', 'half of the rounds', 'target', ''],
  ...report.ratios.map(({ name, to, ratio, between, target }) => [
    name,
    to,
    ratio.toFixed(2),
    between.map((each) => each.toFixed(2)).join(' to '),
    ...(target ? [`≥ ${target.atLeast}`, verdict(target)] : ['', '']),
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
    ...(target ? [`≤ ${target.atMost} ${unit}`, verdict(target)] : ['', '']),
  ])

/** The report as text. */
export const tableOf = (report: Report): string =>
  [
    report.conditions,
    ...[lines, ratios, crowds, figures].map((table) => aligned(table(report)).join('\n')),
  ].join('\n\n')
