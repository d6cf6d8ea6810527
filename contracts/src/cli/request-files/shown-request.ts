import type { CheckableRequest } from '../../check/check-request.ts'

/** A request as a file shows it. */
export interface ShownRequest {
  /** The line of the file that it begins in. */
  readonly line: number
  readonly request: CheckableRequest
  /** Why its body cannot be judged, where the file does not show it. */
  readonly unseen?: string
}

/** What of a file is no request that can be checked. */
export interface Unreadable {
  readonly line: number
  /** Why. */
  readonly unreadable: string
}

/** Why a request cannot be read. */
export class CannotRead extends Error {}

/** What a reader makes of a part of a file: a request, or why it is none. */
export const readOrTell = (line: number, read: () => ShownRequest): ShownRequest | Unreadable => {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof CannotRead)) throw error
    return { line, unreadable: error.message }
  }
}

/** Text of a file as an error may repeat it. */
export const excerpt = (text: string): string => `'${text.trim().slice(0, 60)}'`
