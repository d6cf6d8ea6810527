import { it } from 'vitest'
import { type BuiltRequest, buildRequest } from '../../src/build-request.ts'
import type { VerdictOptions } from '../../src/check/verdict.ts'
import { createSandbox } from '../../src/sandbox/checking-sandbox.ts'
import { startStub } from '../../src/stub/start-stub.ts'
import { send } from './send.ts'

const id = 'booking-conflict-409'

/** What a Receiver may accept and a Sender should mend. */
const doubtful = buildRequest(id, { headers: { 'use-context': 'A1T1|booked|booking-request|new' } })

/** What a lenient Receiver answers all the same. */
const wrong = buildRequest(id, { headers: { 'use-context': undefined } })

it('remembers warnings beside violations, and tells of both over HTTP, space by space', async ({
  expect,
}) => {
  await using stub = await startStub({ scenario: id })
  const toldAt = async (space: string): Promise<unknown> =>
    (await fetch(`${stub.url}${space}/_sandbox/violations`)).json()

  const { status } = await send(stub, doubtful)
  const rules = stub.warnings().map(({ warnings }) => warnings.map(({ rule }) => rule))
  const told = [await toldAt(''), await toldAt('/s/other')]
  await fetch(`${stub.url}/_sandbox/violations`, { method: 'DELETE' })

  expect([status, stub.violations(), rules]).toEqual([409, [], [['http/use-context.case']]])
  expect(told).toEqual([
    { violations: [], warnings: [expect.objectContaining({ ok: true })] },
    { violations: [], warnings: [] },
  ])
  expect(stub.warnings()).toEqual([])
})

it('remembers what has both under both', async ({ expect }) => {
  const { 'X-Request-Id': _left, ...headers } = doubtful.headers
  await using stub = await startStub()

  await send(stub, { ...doubtful, headers })

  expect(stub.violations()).toHaveLength(1)
  expect(stub.warnings()).toEqual(stub.violations())
})

/** What is asked for, and what strict ones answer to what is doubtful and to what is wrong. */
const JUDGED: readonly (readonly [
  title: string,
  options: VerdictOptions,
  statuses: readonly number[],
])[] = [
  ['refuse warnings too where they are errors', { warningsAsErrors: true }, [400, 400]],
  ['answer what has only ignored violations', { ignore: ['http/use-context'] }, [409, 409]],
  [
    'leave out what is ignored before warnings are errors',
    { warningsAsErrors: true, ignore: ['http/use-context.'] },
    [409, 400],
  ],
]

for (const [title, judging, statuses] of JUDGED) {
  it(`has stubs and sandboxes that ${title}`, async ({ expect }) => {
    const options = { ...judging, strict: true }
    await using stub = await startStub(options)
    const { fetch: ask, fhirPath } = createSandbox(options)
    const asked = ({ method, path, headers, body }: BuiltRequest): Promise<Response> =>
      ask(`https://sandbox.test${fhirPath}${path}`, {
        method,
        headers: { ...headers },
        body: JSON.stringify(body),
      })

    const ofStub = [await send(stub, doubtful), await send(stub, wrong)]
    const ofSandbox = [await asked(doubtful), await asked(wrong)]

    expect(ofStub.map(({ status }) => status)).toEqual(statuses)
    expect(ofSandbox.map(({ status }) => status)).toEqual(statuses)
  })
}

it('refuses to ignore what is no rule before it listens', async ({ expect }) => {
  await expect(startStub({ ignore: ['payloads/'] })).rejects.toThrow(
    "There is no rule 'payloads/' to ignore. Did you mean payload/",
  )
  expect(() => createSandbox({ ignore: ['payloads/'] })).toThrow(RangeError)
})
