import type { ReadBody } from '../bars/body.ts'
import { type Diagnosis, Failure } from '../bars/failure.ts'
import { faultOf } from './rule.ts'

/** What a body is: JSON, nothing, or something that cannot be read; and its text, where that is known. */
export type SentBody = { readonly text?: string } & (
  | { readonly is: 'json'; readonly json: unknown }
  | { readonly is: 'absent' }
  | { readonly is: 'unreadable'; readonly why: Omit<Diagnosis, 'where'> }
)

/** A body as the rules take it. */
export function sentBody({ text, json }: ReadBody): SentBody {
  const its = text === undefined ? {} : { text }
  if (!(json instanceof Failure)) return { ...its, is: 'json', json }
  const { where: _, ...why } = faultOf(json)
  return why.received === 'absent' ? { is: 'absent' } : { ...its, is: 'unreadable', why }
}
