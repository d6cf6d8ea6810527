import { it } from 'vitest'
import { controlPlaneAnswer, problem } from '../../support/expected/control-plane.ts'
import { createSandbox } from '../../support/sandbox.ts'

const LIMIT = 64 * 1024

/** JSON of that many bytes, which says what it should and then goes on. */
const ofBytes = (length: number, json: string): string => json + ' '.repeat(length - json.length)

// What of the control plane, and beside it, reads a body.
const READERS = [
  ['PUT', '/_sandbox/organisations/A1001/state', '{"state":"initial"}'],
  ['POST', '/_pact/state', '{"state":"111-ED: initial"}'],
] as const

const TOO_LONG = problem(413, 'The body: received more than 64 KiB; expected at most 64 KiB.')

for (const [method, path, json] of READERS) {
  const send = (
    body: string | ReadableStream<Uint8Array>,
    headers: Readonly<Record<string, string>> = {},
  ) => createSandbox().request(path, { method, body, headers, duplex: 'half' })

  it(`reads 64 KiB at ${path}, and no more`, async ({ expect }) => {
    const whole = await send(ofBytes(LIMIT, json))
    const longer = await send(ofBytes(LIMIT + 1, json))

    expect(whole.status).toBe(200)
    expect(await controlPlaneAnswer(longer)).toEqual(TOO_LONG)
  })

  it(`believes a body at ${path} that says it is longer`, async ({ expect }) => {
    const response = await send(json, { 'Content-Length': String(LIMIT + 1) })

    expect(await controlPlaneAnswer(response)).toEqual(TOO_LONG)
  })

  it(`stops reading a body at ${path} that never ends`, async ({ expect }) => {
    let isCancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1024)),
      cancel: () => {
        isCancelled = true
      },
    })

    const response = await send(endless)

    expect({ status: response.status, isCancelled }).toEqual({ status: 413, isCancelled: true })
  })

  it(`repeats nothing of a body at ${path} that it cannot use`, async ({ expect }) => {
    const response = await send('{"state":"Zebulon Klemperer 9434765919"}')

    expect(response.status).toBe(400)
    expect(await response.text()).not.toMatch(/Zebulon|Klemperer|9434765919/)
  })
}

for (const path of [
  ...['/_sandbox/organisations/Zebulon-Klemperer', '/_sandbox/organisations/9434765919'],
  ...['/_sandbox/scenarios/Zebulon-Klemperer', '/_sandbox/scenarios/9434765919/message'],
]) {
  it(`repeats nothing of ${path}`, async ({ expect }) => {
    const response = await createSandbox().request(path)

    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.text()).not.toMatch(/Zebulon|Klemperer|9434765919/)
  })
}
