import { request as httpRequest } from 'node:http'
import { it } from 'vitest'
import { type Stub, startStub } from '../../src/stub/start-stub.ts'

interface Answered {
  readonly status: number | undefined
  readonly body: string
}

/** Asks for a stub's violations under the name of a host, which fetch would not let be said. */
const askAs = ({ url }: Stub, host: string): Promise<Answered> =>
  new Promise((resolve, reject) => {
    httpRequest(`${url}/_sandbox/violations`, { headers: { Host: host } }, (response) => {
      const chunks: string[] = []
      response.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode, body: chunks.join('') }))
    })
      .on('error', reject)
      .end()
  })

for (const host of ['127.0.0.1', '127.0.0.1:8787', 'localhost', 'LOCALHOST:1', '[::1]:8787']) {
  it(`answers what is for ${host}`, async ({ expect }) => {
    await using stub = await startStub()

    expect(await askAs(stub, host)).toEqual({
      status: 200,
      body: '{"violations":[],"warnings":[]}',
    })
  })
}

for (const host of [
  'evil.example',
  'evil.example:8787',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  '127.0.0.1:8787:1',
  '[::1].evil.example',
]) {
  it(`refuses what is for ${host}, and tells of it`, async ({ expect }) => {
    await using stub = await startStub()

    const { status, body } = await askAs(stub, host)

    expect(status).toBe(403)
    expect(JSON.parse(body).issue).toMatchObject([
      {
        code: 'forbidden',
        diagnostics:
          'header Host: received another host; expected 127.0.0.1, localhost, [::1] (the stub is for this machine alone).',
      },
    ])
    expect(stub.violations().map(({ violations }) => violations)).toMatchObject([
      [{ rule: 'http/host', where: 'header Host' }],
    ])
  })
}
