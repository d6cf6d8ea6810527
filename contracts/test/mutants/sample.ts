import { readFileSync } from 'node:fs'
import type { Interaction, Pact } from '../../src/pact/pact-file.ts'

// `npm test` is quick; CI breaks everything (scripts/ci.ts).
const SOME = 10
const EVERY = Number(process.env['MUTANTS_EVERY'] ?? SOME)

const oneIn =
  (many: number) =>
  <T>(all: readonly T[]): readonly T[] =>
    all.filter((_, place) => place % many === 0)

/** Of what could be broken, what is: one of so many, and the first always. */
export const sample = oneIn(EVERY)

/** Of what stays as it is, enough to see that it does. */
export const some = oneIn(SOME)

const { interactions }: Pact = JSON.parse(readFileSync('contracts/pacts/bars.json', 'utf8'))

/** What a Receiver promises, as the package has it. */
export const INTERACTIONS: readonly Interaction[] = interactions
