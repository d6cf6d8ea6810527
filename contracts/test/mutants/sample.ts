import { readFileSync } from 'node:fs'
import type { Interaction, Pact } from '../../src/pact/pact-file.ts'

// `npm test` is quick; CI breaks everything (scripts/ci.ts).
const EVERY = Number(process.env['MUTANTS_EVERY'] ?? 20)

/** Of what could be broken, what is: one of so many, and the first always. */
export const sample = <T>(all: readonly T[]): readonly T[] =>
  all.filter((_, place) => place % EVERY === 0)

const { interactions }: Pact = JSON.parse(readFileSync('contracts/pacts/bars.json', 'utf8'))

/** What a Receiver promises, as the package has it. */
export const INTERACTIONS: readonly Interaction[] = interactions
