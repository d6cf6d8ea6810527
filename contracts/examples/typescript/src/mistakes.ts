/** Mistakes that Senders make: BREAK=<name> makes one of them, to see which tests fail, and how. */

import type { Entry } from './fhir.ts'

const MISTAKES = ['', 'header', 'order', 'reason', 'link']
const chosen = process.env['BREAK'] ?? ''
if (!MISTAKES.includes(chosen)) throw new Error('BREAK is one of header, order, reason, link')

/** base64url is not base64: it has no padding, and two letters of its own. */
export const ENCODING = chosen === 'header' ? 'base64url' : 'base64'

/** A reason that BaRS does not have. */
export const reasonSent = (reason: string): string => (chosen === 'reason' ? 'create' : reason)

export const spoilt = (entries: readonly Entry[]): readonly Entry[] => {
  const [header, ...others] = entries
  // The MessageHeader after all else.
  if (chosen === 'order' && header) return [...others, header]
  // A referral that does not say which booking it goes with.
  if (chosen === 'link') return entries.map(unlinked)
  return entries
}

const unlinked = ({ fullUrl, resource }: Entry): Entry => {
  const { supportingInfo: _, ...others } = resource
  return { fullUrl, resource: others }
}
