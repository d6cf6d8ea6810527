import { exports } from 'cloudflare:workers'
import { it } from 'vitest'
import { requestOf } from '../support/request-of.ts'
import { toRequest } from '../support/sandbox.ts'

const bytesIn = async (response: Response) => (await response.arrayBuffer()).byteLength

const TAKERS = ['gzip', 'GZIP', 'deflate, gzip;q=0.5', 'br, x-gzip', '*'] as const
const OTHERS = [undefined, '', 'identity', 'br', 'gzip;q=0', 'gzipped'] as const

for (const accepted of TAKERS) {
  it(`compresses a long answer for who accepts ${accepted}`, async ({ expect }) => {
    const request = requestOf('slot-free', { headers: { 'Accept-Encoding': accepted } })

    const response = await exports.default.fetch(toRequest(request))

    expect(response.headers.get('Content-Encoding')).toBe('gzip')
    expect(await response.json()).toMatchObject({ resourceType: 'Bundle', type: 'searchset' })
  })
}

for (const accepted of OTHERS) {
  it(`does not compress for who accepts ${accepted ?? 'nothing in particular'}`, async ({
    expect,
  }) => {
    const request = requestOf('slot-free', { headers: { 'Accept-Encoding': accepted } })

    const response = await exports.default.fetch(toRequest(request))

    expect(response.headers.get('Content-Encoding')).toBeNull()
    expect(await bytesIn(response)).toBeGreaterThan(1024)
  })
}

it('does not compress what is short', async ({ expect }) => {
  const request = requestOf('booking-get', { headers: { 'Accept-Encoding': 'gzip' } })

  const response = await exports.default.fetch(toRequest(request))

  expect(response.headers.get('Content-Encoding')).toBeNull()
  expect(await bytesIn(response)).toBeLessThan(1024)
})

it('believes what Cloudflare says of the client before what it says to the Worker', async ({
  expect,
}) => {
  const request = requestOf('slot-free', { headers: { 'Accept-Encoding': 'br, gzip' } })
  const cf = { clientAcceptEncoding: 'identity' }

  const response = await exports.default.fetch(new Request(toRequest(request), { cf }))

  expect(response.headers.get('Content-Encoding')).toBeNull()
})
