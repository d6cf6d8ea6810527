// `npm run lint` after biome: which folder imports which, by the table in lint/direction.ts.
import { globSync, readFileSync } from 'node:fs'
import { wrongImports } from './lint/direction.ts'

const wrong = globSync('{src,durable,contracts/src,contracts/test,scripts,test}/**/*.{ts,tsx}')
  .map((path) => path.replaceAll('\\', '/'))
  .flatMap((file) => wrongImports(file, readFileSync(file, 'utf8')))

for (const line of wrong) console.error(line)
process.exitCode = wrong.length === 0 ? 0 : 1
