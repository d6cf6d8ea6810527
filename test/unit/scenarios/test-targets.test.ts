import { it } from 'vitest'
import { targetHeader } from '../../../src/examples/example.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

// Every test target of the official Sandbox, with the answer here (ruling 18).
// biome-ignore format: a table reads by column
const TARGETS = [
  ['NHS0001-400',   400, 'REC_BAD_REQUEST',          'invariant'],
  ['NHS0001-400-1', 400, 'REC_BAD_REQUEST',          'invariant'],
  ['NHS0001-400-2', 400, 'REC_BAD_REQUEST',          'invariant'],
  ['NHS0001-401',   401, 'REC_UNAUTHORIZED',         'security'],
  ['NHS0001-403',   403, 'REC_FORBIDDEN',            'forbidden'],
  ['NHS0001-406',   406, 'SEND_NOT_ACCEPTABLE',      'processing'],
  ['NHS0001-408',   408, 'REC_TIMEOUT',              'timeout'],
  ['NHS0001-409',   409, 'REC_CONFLICT',             'conflict'],
  ['NHS0001-422',   422, 'REC_UNPROCESSABLE_ENTITY', 'processing'],
  ['NHS0001-500',   500, 'REC_SERVER_ERROR',         'exception'],
  ['NHS0001-500-1', 500, 'REC_SERVER_ERROR',         'exception'],
  ['NHS0001-500-2', 500, 'REC_SERVER_ERROR',         'no-store'],
  ['NHS0001-501',   501, 'REC_NOT_IMPLEMENTED',      'not-supported'],
  ['NHS0001-503',   503, 'REC_UNAVAILABLE',          'transient'],
  ['NHS0001-504',   504, 'PROXY_TIMEOUT',            'timeout'],
  ['NHS0001-400-3', 404, 'PROXY_NOT_FOUND',          'not-found'],
] as const

for (const [value, status, code, issue] of TARGETS) {
  it(`answers ${status} ${code} ${issue} to the target ${value}`, async ({ expect }) => {
    const headers = { 'NHSD-Target-Identifier': targetHeader('tests', value) }

    const response = await createSandbox().request(toRequest(requestOf('slot-free', { headers })))

    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({
      issue: [{ code: issue, details: { coding: [{ code }] } }],
    })
  })
}
