// Writes what is derived from the tables; with --check, tells what is out of date and exits 1.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hl7Codes } from './generate/hl7-codes.ts'
import { openapi } from './generate/openapi/index.ts'
import { pacts } from './generate/pacts.ts'
import { r4Table } from './generate/r4-table.ts'
import { rulesPage } from './generate/rules-page.ts'
import { rulingsData } from './generate/rulings-data.ts'
import { scenarioIds } from './generate/scenario-ids.ts'
import { scenariosPage } from './generate/scenarios-page.ts'
import { style } from './generate/style.ts'

/** Every generated file and its content. */
const GENERATED: Readonly<Record<string, string>> = {
  'docs/scenarios.md': scenariosPage(),
  'docs/rules.md': rulesPage(),
  'contracts/src/scenario-ids.ts': scenarioIds(),
  'src/fhir/r4/table.ts': r4Table(),
  'src/validation/tables/hl7-codes.ts': hl7Codes(),
  'public/assets/sandbox.css': style(),
  'public/openapi.json': openapi(),
  'public/assets/rulings.json': rulingsData(),
  ...(await pacts()),
}

const isCheck = process.argv.includes('--check')
const stale = Object.entries(GENERATED).filter(
  ([path, wanted]) => !existsSync(path) || readFileSync(path, 'utf8') !== wanted,
)

for (const [path, wanted] of stale) {
  if (isCheck) {
    console.error(`${path} is out of date: run \`npm run generate\``)
  } else {
    writeFileSync(path, wanted)
    console.log(`wrote ${path}`)
  }
}
process.exit(isCheck && stale.length > 0 ? 1 : 0)
