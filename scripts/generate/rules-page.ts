import { RULES } from '../../src/validation/check.ts'
import type { Rule } from '../../src/validation/rule.ts'

const row = ({ id, severity, source, tag = '' }: Rule): string =>
  `| \`${id}\` | ${severity} | ${source} | ${tag} |`

const LAYERS = Map.groupBy(RULES, ({ id }) => id.split('/', 1)[0] ?? '')

const section = ([layer, rules]: readonly [string, readonly Rule[]]): string =>
  `## ${layer}

| Rule | Severity | Clause | Simulator |
|---|---|---|---|
${rules.map(row).join('\n')}
`

/** docs/rules.md: every rule that a request is checked by, layer by layer. */
export const rulesPage = (): string => `# Rules

Every rule that a request is checked by: ${RULES.length} of them. Written by \`npm run generate\` from the tables of
\`src/validation\`. Ids are public and permanent. An \`error\` goes against the guide's MUST or R4, a
\`warning\` against its SHOULD or against what only the real simulator asks for; what messages published
with the standard lack, what a cancel may leave out, and what depends on a use case that is not named is
a warning whatever its rule says. The last column is the requirement of the real simulator (TKW) that
asks for the same, as its reports name it.

${[...LAYERS].map(section).join('\n')}`
