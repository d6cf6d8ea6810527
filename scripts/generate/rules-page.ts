import { ALL_APPLICATIONS } from '../../src/bars/applications.ts'
import { RULES } from '../../src/validation/check.ts'
import { applicationsAsking } from '../../src/validation/due.ts'
import type { Rule } from '../../src/validation/rule.ts'
import { OPEN, type OpenElement } from '../../src/validation/tables/open.ts'

const row = ({ id, severity, source, tag = '', due = [] }: Rule): string => {
  const asking = applicationsAsking(due)
  const applications = asking.length === ALL_APPLICATIONS.length ? '' : asking.join(', ')
  return `| \`${id}\` | ${severity} | ${applications} | ${source} | ${tag} |`
}

const openRow = ({ element, members, why, closedIn = [] }: OpenElement): string => {
  const but = closedIn.length === 0 ? '' : `; Application ${closedIn.join(', ')} has a list`
  return `| \`${element}\` | ${members.join(', ')} | ${why}${but} |`
}

const LAYERS = Map.groupBy(RULES, ({ id }) => id.split('/', 1)[0] ?? '')

const section = ([layer, rules]: readonly [string, readonly Rule[]]): string =>
  `## ${layer}

| Rule | Severity | Applications | Clause | Simulator |
|---|---|---|---|---|
${rules.map(row).join('\n')}
`

/** docs/rules.md: every rule that a request is checked by, layer by layer. */
export const rulesPage = (): string => `# Rules

Every rule that a request is checked by: ${RULES.length} of them. Written by \`npm run generate\` from the tables of
\`src/validation\`. Ids are public and permanent. An \`error\` goes against the guide's MUST or R4, a
\`warning\` against its SHOULD or against what only the real simulator asks for; what messages published
with the standard lack, what a cancel may leave out, and what depends on a use case that is not named is
a warning whatever its rule says. A rule that names no Applications is for all that have such a
message. The last column is the requirement of the real simulator (TKW) that asks for the same, as its
reports name it.

${[...LAYERS].map(section).join('\n')}
## What is not judged

No list closes the values of these elements, so that they are looked at for their form alone.

| Element | Open | Why |
|---|---|---|
${OPEN.map(openRow).join('\n')}
`
