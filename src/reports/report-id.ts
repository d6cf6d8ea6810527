import { type OdsCode, readOdsCode } from '../bars/organisation.ts'

/** Who reports are kept for: an organisation, or nobody, where none can be read in the request. */
export type Owner = OdsCode | `nobody-${string}`

/** Of requests whose organisation cannot be read; no ODS code is in small letters. */
const NOBODY = 'nobody'

// An organisation's reports lie together and nobody's apart, where the first digit says.
const FORM = /^(?<owner>[A-Z0-9]{3,12}|nobody)\.(?<place>[0-9a-f])[0-9a-f]{31}$/

/** A report's id, and who it is kept for. */
export interface ReportId {
  readonly id: string
  readonly owner: Owner
}

/** The id of a new report; `secret` is 128 random bits in hex, so that no id can be guessed. */
export const newReportId = (odsCode: OdsCode | undefined, secret: string): ReportId => ({
  id: `${odsCode ?? NOBODY}.${secret}`,
  owner: odsCode ?? `nobody-${secret.charAt(0)}`,
})

/** Who a report is kept for, by its id; undefined where no report can have that id. */
export function ownerIn(id: string): Owner | undefined {
  const { owner, place } = FORM.exec(id)?.groups ?? {}
  if (owner === undefined || place === undefined) return undefined
  return owner === NOBODY ? `nobody-${place}` : readOdsCode(owner)
}
