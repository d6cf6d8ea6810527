import { it } from 'vitest'
import { Accepted, hashOf } from '../../../src/reports/repeats.ts'

const [ONE, TWO] = ['7f1d4a52-93a5-4a42-9a50-0e0a4c3d1f11', '7f1d4a52-93a5-4a42-9a50-0e0a4c3d1f12']

const message = (request: string, bundle: string, changes: object = {}) => ({
  request: hashOf(request),
  bundle: hashOf(bundle),
  isNew: true,
  isAccepted: true,
  ...changes,
})

const rulesOf = (found: readonly { rule: string; severity: string }[]) =>
  found.map(({ rule, severity }) => [rule, severity])

it('hashes UUIDs alone, whatever their letters: ten digits could be found from theirs', ({
  expect,
}) => {
  expect(hashOf(ONE)).not.toBe(hashOf(TWO))
  expect(hashOf(ONE)).toBe(hashOf(` ${ONE.toUpperCase()} `))
  expect(Number.isSafeInteger(hashOf(ONE))).toBe(true)
  expect([hashOf('9434765919'), hashOf(''), hashOf(null)]).toEqual([null, null, null])
})

it('gives as many hashes as there are ids', ({ expect }) => {
  const ids = Array.from(
    { length: 20_000 },
    (_, number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
  )

  expect(new Set(ids.map(hashOf)).size).toBe(ids.length)
})

it('finds the X-Request-Id of a message that was accepted, and the Bundle.id of a new one', ({
  expect,
}) => {
  const accepted = new Accepted(10)

  const [first, same, other] = [
    accepted.take(message(ONE, ONE)),
    accepted.take(message(ONE, ONE)),
    accepted.take(message(TWO, ONE, { isNew: false })),
  ]

  expect(rulesOf(first)).toEqual([])
  expect(rulesOf(same)).toEqual([
    ['http/x-request-id.again', 'error'],
    ['message/id.again', 'warning'],
  ])
  expect(rulesOf(other)).toEqual([])
})

it('remembers nothing of a message that was refused', ({ expect }) => {
  const accepted = new Accepted(10)

  accepted.take(message(ONE, ONE, { isAccepted: false }))

  expect(rulesOf(accepted.take(message(ONE, ONE)))).toEqual([])
})

it('remembers the newest, as many as it is told', ({ expect }) => {
  const accepted = new Accepted(2)
  for (const request of [1, 2, 3]) accepted.add({ request, bundle: null })

  expect([1, 2, 3].map((request) => accepted.has(request))).toEqual([false, true, true])
})
