import { type Failure, fail } from '../bars/failure.ts'
import { HEADERS } from '../bars/headers.ts'
import { insteadOfUuid, isUuid } from '../bars/uuid.ts'

/** A header that tells messages apart: a request must have it, and its answer repeats it. */
export interface MessageId {
  readonly name: string
  readonly value: string | null
}

/** X-Request-Id and X-Correlation-Id as sent. */
export const readMessageIds = (headers: Headers): readonly MessageId[] =>
  [HEADERS.requestId, HEADERS.correlationId].map((name) => ({ name, value: headers.get(name) }))

/** Why one of the ids is none, if it is not. */
export const checkMessageIds = (ids: readonly MessageId[]): Failure | undefined => {
  const wrong = ids.find(({ value }) => !isUuid(value?.trim() ?? ''))
  return wrong && notAUuid(wrong)
}

const notAUuid = ({ name, value }: MessageId): Failure => {
  const id = value?.trim() ?? ''
  const wrong = { where: `header ${name}`, expected: 'a UUID' }
  return id === ''
    ? fail('SEND_BAD_REQUEST', 'required', { ...wrong, received: 'nothing' })
    : fail('SEND_BAD_REQUEST', 'value', { ...wrong, received: insteadOfUuid(id) })
}
