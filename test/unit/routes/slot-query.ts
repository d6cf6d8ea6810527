import { mended } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'

export const MISSING = { status: 400, code: 'REC_BAD_REQUEST', issue: 'required' } as const
export const MALFORMED = { status: 400, code: 'REC_BAD_REQUEST', issue: 'value' } as const

/** The parameters of a search that is answered. */
export const SERVICE = 'Schedule.actor:HealthcareService=2000072489'
export const STATUS = 'status=free'
export const FROM = 'start=ge2030-01-15T09:00:00Z'
export const TO = 'start=le2030-01-15T17:00:00Z'

/** A search for Slots with these parameters. */
export const search = (...parameters: readonly string[]) =>
  requestOf('slot-free', { path: `/Slot?${parameters.join('&')}` })

/** What is said of a wrong parameter. */
export const says = (
  parameter: string,
  received: string,
  expected: string,
  mend?: string,
): string => `parameter ${parameter}: received ${received}; expected ${expected}${mended(mend)}`
