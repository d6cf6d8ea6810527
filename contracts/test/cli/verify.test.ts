import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { scratchFolder } from '../support/scratch.ts'
import { pactFile } from '../verify/pact-file.ts'
import { cli, cliOnTerminal } from './captured.ts'

it('prints a verdict for each interaction and exits 0 when all pass', async ({ expect }) => {
  const file = pactFile(
    { id: 'booking-get', status: 200 },
    { id: 'booking-cancelled', status: 201, pending: true },
  )

  expect(await cli('verify', file)).toEqual({
    exit: 0,
    out: `ok    booking-get
ok    booking-cancelled (pending)
       status: expected 201 but was 200
2 verified, 0 failed
`,
    err: '',
  })
})

it('exits 1 when an interaction fails, and writes a JUnit report', async ({ expect }) => {
  const file = pactFile({ id: 'booking-get', status: 404 })
  const junit = join(scratchFolder(), 'verify.xml')

  const verified = await cli('verify', file, '--junit', junit)

  expect(verified).toEqual({
    exit: 1,
    out: `FAIL  booking-get
       status: expected 404 but was 200
0 verified, 1 failed
`,
    err: '',
  })
  expect(readFileSync(junit, 'utf8')).toContain('tests="1" failures="1"')
})

it('exits 2 when it cannot verify', async ({ expect }) => {
  expect(await cli('verify', 'pact.json', '--url', 'localhost')).toEqual({
    exit: 2,
    out: '',
    err: `error: 'localhost' is not the URL of a sandbox, such as http://127.0.0.1:8787
See bars-contracts verify --help.
`,
  })
})

it('exits 2 when the report cannot be written', async ({ expect }) => {
  const file = pactFile({ id: 'booking-get', status: 200 })

  const { exit, err } = await cli('verify', file, '--junit', join(file, 'verify.xml'))

  expect(exit).toBe(2)
  expect(err).toMatch(/^error: ENOTDIR: not a directory, open /)
})

it('shows progress and colours on a terminal', async ({ expect }) => {
  const { out, err } = await cliOnTerminal('verify', pactFile({ id: 'booking-get', status: 404 }))

  expect(out).toContain('\u001b[31mFAIL\u001b[39m  booking-get\n')
  expect(err.startsWith('\rVerifying 1 pact file … 0 s\r')).toBe(true)
  expect(err.endsWith('\r\u001b[2K')).toBe(true)
})
