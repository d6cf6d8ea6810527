import { curl } from '../../src/examples/curl.ts'
import { CATALOGUE } from '../../src/receiver/catalogue.ts'
import { type Scenario, type Sentinel, type Suite, statusOf } from '../../src/scenarios/scenario.ts'

const INTRODUCTION = `# Scenarios

Every scenario that the sandbox answers. You choose one by planting its sentinel in your request; the
answer names the scenario in the header \`Sandbox-Scenario\`. Where a row lists several values, each
chooses it. "Others" means any value that no other row of the workflow claims, "none" a request
without a value there.

The commands need a POSIX shell, curl, and a running sandbox. They work in any order and again and
again, in a space of your own that a public sandbox shares with nobody:

\`\`\`sh
SANDBOX=http://127.0.0.1:8787/s/try-$(od -An -N4 -tx1 /dev/urandom | tr -d ' ')
\`\`\`

This page is generated from the scenario table (\`src/scenarios/\`) by \`npm run generate\`. The same
table is at \`GET /_sandbox/scenarios\`, and each example request at \`GET /_sandbox/scenarios/{id}\`.
`

/** docs/scenarios.md, from the scenario table. */
export const scenariosPage = (): string => {
  const suites = [...new Set(CATALOGUE.map(({ suite }) => suite))]
  return [INTRODUCTION, ...suites.map(section)].join('\n')
}

const section = (suite: Suite): string => {
  const rows = CATALOGUE.filter((row) => row.suite === suite)
  return [
    `## ${suite}`,
    '',
    '| Scenario | What happens | Application | Sentinel | Status | Source |',
    '|---|---|---|---|---|---|',
    ...rows.map(tableRow),
    '',
    ...rows.map(example),
  ].join('\n')
}

const tableRow = (row: Scenario): string =>
  `| ${[
    `[\`${row.id}\`](#${row.id})`,
    row.title,
    row.applications.join(', '),
    sentinelInWords(row.sentinel),
    statusOf(row.reply),
    row.source,
  ].join(' | ')} |`

const sentinelInWords = ({ in: place, values, others, none }: Sentinel): string => {
  const planted = [
    ...values.map((value) => `\`${value}\``),
    ...(others ? ['others'] : []),
    ...(none ? ['none'] : []),
  ]
  return `${place}: ${planted.join(', ')}`
}

const example = (row: Scenario): string =>
  [
    `### ${row.id}`,
    '',
    `${row.title}. Answers ${statusOf(row.reply)}.`,
    '',
    '```sh',
    curl(row),
    '```',
    '',
  ].join('\n')
