import * as z from 'zod'
import { CannotVerify } from './cannot-verify.ts'

/** An interaction of a pact, verified. */
export interface VerifiedInteraction {
  readonly file: string
  readonly description: string
  /** Also true of one that failed but is marked as pending. */
  readonly ok: boolean
  /** What the provider answered that the pact does not allow, one line each. */
  readonly mismatches: readonly string[]
}

const Mismatch = z.object({
  type: z.string(),
  mismatch: z.string(),
  path: z.string().optional(),
  key: z.string().optional(),
})

const Failed = z.object({
  interaction: z.string(),
  mismatch: z.object({
    mismatches: z.array(Mismatch).default([]),
    message: z.string().optional(),
  }),
})

type Failed = z.infer<typeof Failed>

/** The verifier's JSON report, as far as it is read. */
const Report = z.object({
  interactionResults: z.array(z.object({ description: z.string(), result: z.string() })),
  errors: z.array(Failed),
  pendingErrors: z.array(Failed),
})

/** Reads the verifier's report on a pact file. */
export const readReport = (file: string, json: unknown): readonly VerifiedInteraction[] => {
  const { interactionResults, errors, pendingErrors } = Report.parse(json)
  if (interactionResults.length === 0) {
    const [error] = errors.map(({ mismatch }) => mismatch.message)
    throw new CannotVerify(`${file}: ${error ?? 'the pact has no interactions'}`)
  }
  const failures = [...errors, ...pendingErrors]
  return interactionResults.map(({ description, result }) => {
    if (result === 'OK') return { file, description, ok: true, mismatches: [] }
    const failed = take(failures, ({ interaction }) => isOf(interaction, description))
    const isPending = failed !== undefined && pendingErrors.includes(failed)
    return { file, description, ok: isPending, mismatches: inWords(failed) }
  })
}

// Interactions may share a description; their failures come in the order of the results.
const take = (failures: Failed[], isWanted: (failed: Failed) => boolean): Failed | undefined => {
  const place = failures.findIndex(isWanted)
  return place < 0 ? undefined : failures.splice(place, 1)[0]
}

// The verifier names the interaction at the end of a sentence, or before what went wrong.
const isOf = (sentence: string, description: string): boolean =>
  sentence.endsWith(` - ${description}`) || sentence.includes(` - ${description} - `)

const inWords = (failed: Failed | undefined): readonly string[] => {
  const { mismatches = [], message } = failed?.mismatch ?? {}
  const lines = mismatches.map(({ type, mismatch, path, key }) => {
    const where = path ?? (key === undefined ? placeOf(type) : `header ${key}`)
    return `${where}: ${mismatch}`
  })
  // The verifier tells them in another order each time.
  const said = [...lines.sort(), ...(message === undefined ? [] : [message])]
  return said.length > 0 ? said : ['failed; the verifier does not say why']
}

const placeOf = (type: string): string => (type === 'StatusMismatch' ? 'status' : 'body')
