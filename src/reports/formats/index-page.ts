import type { Entry } from '../entry.ts'
import type { BrokenRule, Summary } from '../summary.ts'
import { escaped } from './junit.ts'
import { countsInWords } from './text.ts'

/** A day of an organisation. */
interface Day {
  readonly odsCode: string
  readonly entries: readonly Entry[]
  readonly summary: Summary
}

/** The page that a zip of reports opens with: the day in one look, and each of its requests. */
export const indexPage = ({ odsCode, entries, summary }: Day): string =>
  `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>BaRS reports of ${escaped(odsCode)}</title>
<style>body{font:16px/1.5 sans-serif;margin:2rem}td,th{padding:.2rem 1rem .2rem 0;text-align:left}</style>
<h1>BaRS reports of ${escaped(odsCode)}</h1>
<p>${summary.requests} requests, of which ${summary.error} have errors and ${summary.warning} warnings.
<a href="reports.json">All reports</a>, <a href="reports.junit.xml">as JUnit</a>,
<a href="rules.csv">the rules that were broken</a>.</p>
${table('Rules that were broken', ['Rule', 'Requests', 'Mended since'], summary.rules.map(ruleRow))}
${table('Scenarios that answered', ['Scenario', 'Requests'], Object.entries(summary.scenarios))}
${table('Requests, the newest first', REQUEST_COLUMNS, entries.map(requestRow))}
</html>
`

const REQUEST_COLUMNS = ['At', 'Request', 'Status', 'Scenario', 'Findings', 'Report']

const ruleRow = ({ rule, requests, isMended }: BrokenRule) => [
  rule,
  requests,
  isMended ? 'yes' : 'no',
]

const requestRow = ({ at, kind, status, scenario, counts, id }: Entry) => [
  ...[new Date(at).toISOString(), kind, status],
  ...[scenario ?? '', countsInWords({ counts }), id],
]

type Cell = string | number

const table = (title: string, columns: readonly Cell[], rows: readonly (readonly Cell[])[]) =>
  `<h2>${escaped(title)}</h2>
<table>
${rowOf('th', columns)}
${rows.map((row) => rowOf('td', row)).join('\n')}
</table>`

const rowOf = (element: string, cells: readonly Cell[]): string =>
  `<tr>${cells.map((cell) => `<${element}>${escaped(String(cell))}</${element}>`).join('')}</tr>`
