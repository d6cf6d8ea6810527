import { it } from 'vitest'
import type { Failure } from '../../../src/bars/failure.ts'
import { OVERLOADED, UNAVAILABLE } from '../../../src/bars/storage.ts'
import { exampleRequest, plantings } from '../../../src/examples/request.ts'
import { CELLS } from '../../../src/receiver/111-ed/cells.ts'
import { HELD_SEARCHES } from '../../../src/receiver/111-ed/held-reads.ts'
import { SCENARIOS } from '../../../src/scenarios/index.ts'
import { statusOf } from '../../../src/scenarios/scenario.ts'
import { controlPlaneAnswer, problem } from '../../support/expected/control-plane.ts'
import { refusal } from '../../support/expected/refusals.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

/** A sandbox whose storage answers whatever it is asked with that failure. */
const sandboxWith = (trouble: Failure) => {
  const fails = async () => trouble
  return createSandbox({
    organisations: () => ({
      ...{ apply: fails, standing: fails, recall: fails },
      ...{ record: fails, put: fails, reset: fails },
    }),
  })
}

for (const scenario of SCENARIOS) {
  it(`answers ${scenario.id} though storage fails`, async ({ expect }) => {
    const sandbox = sandboxWith(UNAVAILABLE)
    const answers = []
    for (const planted of plantings(scenario)) {
      const { status, headers } = await sandbox.request(
        toRequest(exampleRequest(scenario, { planted })),
      )
      answers.push([status, headers.get('Sandbox-Scenario')])
    }

    expect(answers).toEqual(plantings(scenario).map(() => [statusOf(scenario.reply), scenario.id]))
  })
}

const KEPT = /^The sandbox cannot reach what it keeps\. Try again/
const BUSY = /^The sandbox is asked for more of this than it can do at once/

// biome-ignore format: a table reads by column
const TROUBLES = [
  { trouble: UNAVAILABLE, status: 503, code: 'REC_UNAVAILABLE',       issue: 'transient', words: KEPT },
  { trouble: OVERLOADED,  status: 429, code: 'REC_TOO_MANY_REQUESTS', issue: 'throttled', words: BUSY },
] as const

const UNKNOWN = requestOf('booking-get', {
  path: '/Appointment/11111111-1111-4111-8111-111111111111',
})
const STATEFUL = [
  ...CELLS.map((cell) => [cell.id, exampleRequest(cell)] as const),
  ...HELD_SEARCHES.map((row) => [row.id, exampleRequest(row)] as const),
  ['a read of an id that an organisation may hold', UNKNOWN] as const,
]

for (const { trouble, status, code, issue, words } of TROUBLES) {
  for (const [what, request] of STATEFUL) {
    it(`answers ${status} to ${what} where storage does`, async ({ expect }) => {
      const response = await sandboxWith(trouble).request(toRequest(request))

      expect([response.status, response.headers.get('Retry-After')]).toEqual([status, '5'])
      expect(response.headers.has('Sandbox-Scenario')).toBe(false)
      expect(await response.json()).toEqual(refusal(status, code, issue, words))
    })
  }

  for (const [method, path, body] of [
    ['GET', '/_sandbox/organisations/A1001', undefined],
    ['DELETE', '/_sandbox/organisations/A1001', undefined],
    ['PUT', '/_sandbox/organisations/A1001/state', '{"state":"initial"}'],
    ['POST', '/_pact/state', '{"state":"111-ED: initial"}'],
  ] as const) {
    it(`answers ${status} to ${method} ${path} where storage does`, async ({ expect }) => {
      const response = await sandboxWith(trouble).request(path, { method, body: body ?? null })

      expect(response.headers.get('Retry-After')).toBe('5')
      expect(await controlPlaneAnswer(response)).toEqual(
        problem(status, expect.stringMatching(words)),
      )
    })
  }
}

/** A sandbox whose storage throws that. */
const sandboxThatThrows = (error: Error) =>
  createSandbox({
    organisations: () => {
      throw error
    },
  })

// biome-ignore format: a table reads by column
const THROWN = [
  ['storage that throws',      new Error('database or disk is full: SQLITE_FULL'),                                   503],
  ['storage that is too busy', Object.assign(new Error('busy'), { overloaded: true }), 429],
  ['storage out of reach',     Object.assign(new Error('gone'), { retryable: true }), 503],
  ['a state that cannot be',   new Error('a UUID makes no ODS code'),                       500],
  ['a defect',                 new TypeError('x is not a function'),                        500],
] as const

for (const [what, error, status] of THROWN) {
  it(`answers ${status} for ${what}, each in the words of its path`, async ({ expect }) => {
    const sandbox = sandboxThatThrows(error)

    const fhir = await sandbox.request(toRequest(UNKNOWN))
    const control = await sandbox.request('/_sandbox/organisations/A1001')

    expect([fhir.status, fhir.headers.get('Content-Type')]).toEqual([
      status,
      'application/fhir+json',
    ])
    expect([control.status, control.headers.get('Content-Type')]).toEqual([
      status,
      'application/problem+json',
    ])
    expect(control.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(await control.text()).not.toContain(error.message)
  })
}
