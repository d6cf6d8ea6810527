import type { Failure } from '../../../../src/bars/failure.ts'
import type { Finding } from '../rule.ts'

/** What the sandbox would refuse a request for. */
export const findingOf = ({ diagnosis }: Failure, where?: string): Finding => {
  if (typeof diagnosis === 'string') {
    return { where: where ?? 'the request', expected: diagnosis, received: 'something else' }
  }
  const { received, expected, mend } = diagnosis
  return {
    where: where ?? diagnosis.where,
    expected,
    received: received === 'nothing' ? 'absent' : received,
    ...(mend && { mend }),
  }
}
