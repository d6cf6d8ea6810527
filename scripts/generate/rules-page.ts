import { BASE_RULE, SCENARIO_RULES } from '../../contracts/src/check/scenario-rules.ts'
import { ALL_APPLICATIONS } from '../../src/bars/applications.ts'
import { RULES } from '../../src/validation/check.ts'
import { applicationsAsking } from '../../src/validation/due.ts'
import type { Rule } from '../../src/validation/rule.ts'
import { OPEN, type OpenElement } from '../../src/validation/tables/open.ts'
import { mendOf } from './mends.ts'

const row = (rule: Rule): string => {
  const { id, severity, source, tag = '', due = [] } = rule
  const asking = applicationsAsking(due)
  const applications = asking.length === ALL_APPLICATIONS.length ? '' : asking.join(', ')
  const mend = mendOf(rule).replaceAll('|', '\\|')
  return `| \`${id}\` | ${severity} | ${applications} | ${mend} | ${source} | ${tag} |`
}

const openRow = ({ element, members, why, closedIn = [] }: OpenElement): string => {
  const but = closedIn.length === 0 ? '' : `; Application ${closedIn.join(', ')} has a list`
  return `| \`${element}\` | ${members.join(', ')} | ${why}${but} |`
}

/** What only the contract library can tell: whether the scenario named is chosen, and the stub's own base. */
const OF_LIBRARY: readonly Rule[] = [BASE_RULE, ...Object.values(SCENARIO_RULES)]

const LAYERS = Map.groupBy(RULES, ({ id }) => id.split('/', 1)[0] ?? '')

const section = ([layer, rules]: readonly [string, readonly Rule[]]): string =>
  `## ${layer}

${tableOf(rules)}`

const tableOf = (
  rules: readonly Rule[],
): string => `| Rule | Severity | Applications | Mend: what is to be there | Clause | Simulator |
|---|---|---|---|---|---|
${rules.map(row).join('\n')}
`

/** docs/rules.md: every rule that a request is checked by, layer by layer. */
export const rulesPage = (): string => `# Rules

Every rule that a request is checked by: ${RULES.length} of them. Written by \`npm run generate\` from the tables of
\`src/validation\`. Ids are public and permanent. An \`error\` goes against the guide's MUST or R4, a
\`warning\` against its SHOULD or against what only the real simulator asks for; what messages published
with the standard lack, what a cancel may leave out, and what depends on a use case that is not named is
a warning whatever its rule says. A rule that names no Applications is for all that have such a
message. Mend says what is to be there; where that depends on the request, it is what one request was
told. The last column is the requirement of the real simulator (TKW) that asks for the same, as its
reports name it.

${[...LAYERS].map(section).join('\n')}
## In the contract library alone

${tableOf(OF_LIBRARY)}
## What is not judged

No list closes the values of these elements, so that they are looked at for their form alone.

| Element | Open | Why |
|---|---|---|
${OPEN.map(openRow).join('\n')}
`
