import { join } from 'node:path'
import { it } from 'vitest'
import { buildRequest } from '../../../src/index.ts'
import { cli } from '../captured.ts'
import { inChunks, traced, verbose } from './curl-logs.ts'
import { written } from './written.ts'

const check = async (text: string, ...args: readonly string[]) => {
  const folder = written({ 'curl.txt': text })
  const { exit, out } = await cli('check', join(folder, 'curl.txt'), ...args)
  return { exit, out: out.replaceAll(join(folder, 'curl.txt'), 'curl.txt') }
}

const get = buildRequest('booking-get')
const booking = buildRequest('booking-conflict-409')

const CLEAN = "no contract violation in scenario 'booking-conflict-409': POST /$process-message"
const CLEAN_GET = "no contract violation in scenario 'booking-get': GET /Appointment/{id}"
const UNSEEN = '  its body was not checked: curl -v does not show it, curl --trace does\n'

it('reads a GET that curl -v shows, and needs no more', async ({ expect }) => {
  expect(await check(verbose(get))).toEqual({ exit: 0, out: `curl.txt: ${CLEAN_GET}\n` })
})

it('checks the head of a POST that curl -v shows, and is not green for the rest', async ({
  expect,
}) => {
  expect(await check(verbose(booking), '--scenario', 'booking-conflict-409')).toEqual({
    exit: 2,
    out: `curl.txt: ${CLEAN}\n${UNSEEN}`,
  })
})

it('checks each request that curl -v shows, as of curl --next', async ({ expect }) => {
  const { exit, out } = await check(verbose(get, booking, get))

  expect(exit).toBe(2)
  expect(out).toBe(
    `curl.txt:3: ${CLEAN_GET}
curl.txt:16: no contract violation: POST /$process-message
${UNSEEN}curl.txt:31: ${CLEAN_GET}
3 requests: 2 clean, 1 read in part
`,
  )
})

it('tells what is wrong in a head, whatever the body', async ({ expect }) => {
  const headers = { 'X-Request-Id': '1', 'use-context': 'a1t1' }

  const { exit, out } = await check(verbose(buildRequest('booking-accepted', { headers })))

  expect([exit, out.match(/^ {2}\d\. .*/gm)]).toEqual([
    1,
    ['  1. header X-Request-Id', '  2. header use-context'],
  ])
})

for (const [name, text] of [
  ['shows', traced(booking)],
  ['shows with times and ids', traced(booking).replace(/^(?=[=<])/gm, '08:57:14.123456 [0-0] ')],
  ['writes on Windows', traced(booking).replaceAll('\n', '\r\n')],
  ['shows of a body in chunks', traced(inChunks(booking))],
] as const) {
  it(`reads all of the request that curl --trace ${name}`, async ({ expect }) => {
    expect(await check(text)).toEqual({ exit: 0, out: `curl.txt: ${CLEAN}\n` })
  })
}

it('checks each request that curl --trace shows, as of curl --next', async ({ expect }) => {
  const wrong = buildRequest('booking-get', { headers: { 'X-Request-Id': '1' } })

  const { exit, out } = await check(traced(booking, wrong, inChunks(booking)))

  expect(exit).toBe(1)
  expect(out.match(/^curl.*/gm)).toEqual([
    `curl.txt:4: ${CLEAN}`,
    expect.stringMatching(/^curl\.txt:\d+: contract violation/),
    expect.stringMatching(
      /^curl\.txt:\d+: no contract violation in scenario 'booking-conflict-409'/,
    ),
  ])
})

it('misses the body of a POST that curl --trace shows without any', async ({ expect }) => {
  const { exit, out } = await check(
    traced({ ...booking, body: {} }).replace(/=> Send data[^=]*/g, ''),
  )

  expect([exit, out.match(/^ {2}\d\. .*/gm)]).toEqual([1, ['  1. body']])
})

it('says which option shows all that is sent', async ({ expect }) => {
  expect(await check('=> Send header, 19 bytes (0x13)\n0000: GET / HTTP/1.1')).toEqual({
    exit: 2,
    out: 'curl.txt: not checked: curl --trace-ascii does not show all that is sent: --trace does.\n',
  })
})
