import { it } from 'vitest'
import { createSandbox } from '../../src/sandbox.ts'
import { runSequence } from '../../src/sequence/run-sequence.ts'
import { sequences } from '../../src/sequence/sequences.ts'
import { startStub } from '../../src/stub/start-stub.ts'

for (const { id, steps } of sequences) {
  it(`runs ${id} in a sandbox`, async ({ expect }) => {
    const run = await runSequence(id, createSandbox())

    expect(run).toEqual({
      id,
      steps: steps.map((step) => ({ step, status: step.status, scenario: step.scenario })),
    })
  })

  it(`runs ${id} over HTTP with requests that have no violation`, async ({ expect }) => {
    await using stub = await startStub({ strict: true })

    await runSequence(id, stub.fhirUrl)
    await runSequence(id, new URL(stub.url))

    expect(stub.violations()).toEqual([])
    expect(stub.requests().length).toBe(2 * steps.length)
  })
}

it('begins each run with an organisation of its own', async ({ expect }) => {
  const sandbox = createSandbox()

  await runSequence('111-ED/rebook', sandbox)
  await runSequence('111-ED/rebook', sandbox)

  expect(await sandbox.state('A1001')).toBe('initial')
})

it('runs for the organisation that is named', async ({ expect }) => {
  const sandbox = createSandbox()

  await runSequence('111-ED/rebook', sandbox, { odsCode: 'B2002' })

  expect(await sandbox.state('B2002')).toBe('referral-created')
})

it('sends a fresh X-Request-Id each time, and one X-Correlation-Id', async ({ expect }) => {
  await using stub = await startStub()

  await runSequence('111-ED/book-refer-cancel', stub.url)

  const ids = (name: string) => new Set(stub.requests().map(({ headers }) => headers[name])).size
  expect([ids('x-request-id'), ids('x-correlation-id')]).toEqual([4, 1])
})
