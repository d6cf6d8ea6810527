import { it } from 'vitest'
import { serve } from '../../../contracts/src/stub/server.ts'
import { asJson, isObject, type Json } from '../../../src/fhir/json.ts'
import { verifier } from './verifier.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Verifies the callbacks against a Sender that answers so: what came of it, and what it was sent. */
const callTo = async (status: number) => {
  const received: { path: string; requestId: string | null; message: Json }[] = []
  const sender = await serve(async (request) => {
    received.push({
      path: new URL(request.url).pathname,
      requestId: request.headers.get('X-Request-Id'),
      message: asJson(await request.json()),
    })
    return new Response(null, { status })
  })
  try {
    const { port } = new URL(sender.origin)
    const flags = ['-f', 'contracts/pacts/callbacks.json', '-h', '127.0.0.1', '-p', port]
    return { ...(await verifier(flags)), received }
  } finally {
    await sender.close()
  }
}

it('passes a Sender that accepts the callbacks', async ({ expect }) => {
  const { code, results } = await callTo(200)

  expect([code, results]).toEqual([
    0,
    [
      ['validation-interim', 'OK'],
      ['validation-full', 'OK'],
      ['safeguarding-did-not-attend', 'OK'],
    ],
  ])
})

it('fails a Sender that does not', async ({ expect }) => {
  const { code, results } = await callTo(500)

  expect([code, results.map(([, result]) => result)]).toEqual([1, ['Error', 'Error', 'Error']])
})

it('sends each callback with ids and times of its own', async ({ expect }) => {
  const { received } = await callTo(200)

  const ids = received.flatMap(({ requestId, message }) => [
    requestId,
    isObject(message) ? message['id'] : undefined,
  ])
  const ages = received.map(({ message }) =>
    isObject(message) ? Math.abs(Date.now() - Date.parse(`${message['timestamp']}`)) : Infinity,
  )
  expect(received.map(({ path }) => path)).toEqual(Array(3).fill('/$process-message'))
  expect(ids).toEqual(ids.map(() => expect.stringMatching(UUID)))
  expect(new Set(ids).size).toBe(6)
  expect(Math.max(...ages)).toBeLessThan(60_000)
})
