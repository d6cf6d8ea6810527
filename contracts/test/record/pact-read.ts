import { readFileSync } from 'node:fs'
import * as z from 'zod'

const Interaction = z.object({
  type: z.string(),
  key: z.string(),
  description: z.string(),
  providerStates: z.array(z.object({ name: z.string() })),
  request: z.object({
    method: z.string(),
    path: z.string(),
    query: z.record(z.string(), z.array(z.string())).optional(),
    headers: z.record(z.string(), z.array(z.string())),
    body: z.object({ content: z.looseObject({}) }).optional(),
    generators: z.unknown().optional(),
  }),
  response: z.object({ status: z.number() }),
})

/** The interactions of a pact file. */
export const interactionsIn = (file: string) =>
  z.object({ interactions: z.array(Interaction) }).parse(JSON.parse(readFileSync(file, 'utf8')))
    .interactions

/** The scenarios of a pact file's interactions, in order. */
export const keysIn = (file: string): readonly string[] =>
  interactionsIn(file).map(({ key }) => key)
