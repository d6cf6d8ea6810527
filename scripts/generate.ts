// Writes what is derived from the tables; with --check, tells what is out of date and exits 1.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { scenarioIds } from './generate/scenario-ids.ts'
import { scenariosPage } from './generate/scenarios-page.ts'

/** Every generated file and its content. */
const GENERATED: Readonly<Record<string, () => string>> = {
  'docs/scenarios.md': scenariosPage,
  'contracts/src/scenario-ids.ts': scenarioIds,
}

const isCheck = process.argv.includes('--check')
const stale = Object.entries(GENERATED)
  .map(([path, make]) => ({ path, wanted: make() }))
  .filter(({ path, wanted }) => !existsSync(path) || readFileSync(path, 'utf8') !== wanted)

for (const { path, wanted } of stale) {
  if (isCheck) {
    console.error(`${path} is out of date: run \`npm run generate\``)
  } else {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, wanted)
    console.log(`wrote ${path}`)
  }
}
process.exit(isCheck && stale.length > 0 ? 1 : 0)
