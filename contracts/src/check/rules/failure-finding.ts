import type { Failure } from '../../../../src/bars/failure.ts'
import type { Finding } from '../rule.ts'

const DIAGNOSTICS = /^(?<where>.+?): received (?<received>.*); expected (?<expected>.*)\.$/s

/** What the sandbox would refuse a request for. */
export const findingOf = (failure: Failure, where?: string): Finding => {
  const read = DIAGNOSTICS.exec(failure.diagnostics)?.groups
  const { received = 'something else', expected = failure.diagnostics } = read ?? {}
  return {
    where: where ?? read?.['where'] ?? 'the request',
    expected,
    received: received === 'nothing' ? 'absent' : received,
  }
}
