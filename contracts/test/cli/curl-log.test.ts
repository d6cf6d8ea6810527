import { join } from 'node:path'
import { it } from 'vitest'
import { buildRequest } from '../../src/index.ts'
import { cli } from './captured.ts'
import { traced, verbose } from './curl-logs.ts'
import { written } from './request-files.ts'

const check = async (text: string, ...args: readonly string[]) => {
  const file = join(written({ 'curl.txt': text }), 'curl.txt')
  const { exit, out } = await cli('check', file, ...args)
  return { exit, out: out.replaceAll(file, 'curl.txt') }
}

const get = buildRequest('booking-get')
const booking = buildRequest('booking-conflict-409')

it('reads a GET that curl -v shows, and needs no more', async ({ expect }) => {
  expect(await check(verbose(get, booking))).toEqual({
    exit: 0,
    out: "curl.txt: no contract violation in scenario 'booking-get': GET /Appointment/{id}\n",
  })
})

const UNSEEN = '  its body was not checked: curl -v does not show it, curl --trace does\n'

it('checks the head of a POST that curl -v shows, and says that there is more', async ({
  expect,
}) => {
  expect(await check(verbose(booking, get))).toEqual({
    exit: 0,
    out: `curl.txt: no contract violation: POST /$process-message\n${UNSEEN}`,
  })
  expect(await check(verbose(booking), '--scenario', 'booking-conflict-409')).toEqual({
    exit: 0,
    out: `curl.txt: no contract violation in scenario 'booking-conflict-409': POST /$process-message\n${UNSEEN}`,
  })
})

it('tells what is wrong in it', async ({ expect }) => {
  const headers = { 'X-Request-Id': '1', 'use-context': 'a1t1' }

  const { exit, out } = await check(verbose(buildRequest('booking-accepted', { headers })))

  expect([exit, out.match(/^ {2}\d\. .*/gm)]).toEqual([
    1,
    ['  1. header X-Request-Id', '  2. header use-context'],
  ])
})

for (const [name, text] of [
  ['shows', traced(booking, get)],
  ['shows with times and ids', traced(booking).replace(/^(?=[=<])/gm, '08:57:14.123456 [0-0] ')],
  ['writes on Windows', traced(booking).replaceAll('\n', '\r\n')],
] as const) {
  it(`reads all of the request that curl --trace ${name}`, async ({ expect }) => {
    expect(await check(text)).toEqual({
      exit: 0,
      out: "curl.txt: no contract violation in scenario 'booking-conflict-409': POST /$process-message\n",
    })
  })
}

it('misses the body of a POST that curl --trace shows without any', async ({ expect }) => {
  const { exit, out } = await check(
    traced({ ...booking, body: {} }).replace(/=> Send data[^=]*/g, ''),
  )

  expect([exit, out.match(/^ {2}\d\. .*/gm)]).toEqual([1, ['  1. body']])
})

it('says which option shows all that is sent', async ({ expect }) => {
  const file = join(
    written({ 'a.txt': '=> Send header, 19 bytes (0x13)\n0000: GET / HTTP/1.1' }),
    'a.txt',
  )

  expect(await cli('check', file)).toEqual({
    exit: 2,
    out: '',
    err: `error: curl --trace-ascii does not show all that is sent: --trace does.
See bars-contracts check --help.
`,
  })
})
