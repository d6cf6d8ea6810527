import { it } from 'vitest'
import { createSandbox } from '../../src/sandbox/checking-sandbox.ts'
import { runSequence } from '../../src/sequence/run-sequence.ts'
import { sequences } from '../../src/sequence/sequences.ts'
import { serve } from '../../src/stub/server.ts'
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

for (const path of ['/', '/s/acme-ci', '/s/acme-ci/booking-and-referral/FHIR/R4/']) {
  it(`finds the FHIR base of a sandbox at ${path}`, async ({ expect }) => {
    await using stub = await startStub()

    const { steps } = await runSequence('111-ED/rebook', stub.url + path)

    expect([stub.requests().length, stub.violations()]).toEqual([steps.length, []])
  })
}

it('takes any other URL for the FHIR base of a Receiver', async ({ expect }) => {
  const paths: string[] = []
  const { origin, close } = await serve(async ({ url }) => {
    paths.push(new URL(url).pathname)
    return new Response(null, { status: 404 })
  })

  const run = runSequence('111-ED/rebook', `${origin}/s/x/r4/`)

  await expect(run).rejects.toThrow(/received 404/)
  await close()
  expect(paths).toEqual(['/s/x/r4/$process-message'])
})

it('refuses what is no URL', async ({ expect }) => {
  await expect(runSequence('111-ED/rebook', '127.0.0.1:8787')).rejects.toThrow(
    new RangeError("'127.0.0.1:8787' is not the URL of a Receiver, such as http://127.0.0.1:8787"),
  )
})

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
