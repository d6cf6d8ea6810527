import { it } from 'vitest'
import { fail } from '../../../src/bars/failure.ts'

it('takes its status from the error table', ({ expect }) => {
  expect(fail('REC_NOT_FOUND', 'not-found', 'Nothing is here.')).toEqual({
    code: 'REC_NOT_FOUND',
    issue: 'not-found',
    status: 404,
    diagnosis: 'Nothing is here.',
    headers: {},
  })
})

it('compiles no 405 that says no method that is allowed, and no other failure that does', () => [
  // @ts-expect-error
  fail('REC_METHOD_NOT_ALLOWED', 'not-supported', 'Not so.'),
  // @ts-expect-error
  fail('REC_NOT_FOUND', 'not-found', 'Nothing is here.', 'GET'),
])

it('compiles no failure that the error table has not', ({ expect }) => {
  // @ts-expect-error
  expect(() => fail('REC_NOT_FOUND', 'duplicate', 'Nothing is here.')).toThrow(
    'the error table has no row REC_NOT_FOUND duplicate',
  )
})
