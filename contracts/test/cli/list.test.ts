import { it } from 'vitest'
import { scenarios } from '../../src/index.ts'
import { cli, cliOnTerminal } from './captured.ts'

it('lists every scenario with its status and title', async ({ expect }) => {
  const { exit, out, err } = await cli('list')

  const rows = [...out.matchAll(/^ {2}(\S+) +(\d+) {2}(.+)$/gm)].map(([, ...row]) => row)
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(rows).toEqual(scenarios.map(({ id, status, title }) => [id, String(status), title]))
})

it('lists the scenarios of a suite, whatever the letter case', async ({ expect }) => {
  const { exit, out } = await cli('list', '--suite', 'booking', '--json')

  expect(exit).toBe(0)
  expect(JSON.parse(out)).toEqual(scenarios.filter(({ suite }) => suite === 'Booking'))
})

it('exits 2 and names the suites when there is no such suite', async ({ expect }) => {
  expect(await cli('list', '--suite', 'bookings')).toEqual({
    exit: 2,
    out: '',
    err: `error: There is no suite 'bookings'. There are Capability, MessageDef, Booking, Referral, Validation, Response, Search, Test target, 111-ED.
See bars-contracts list --help.
`,
  })
})

it('shows colours on a terminal alone', async ({ expect }) => {
  const plain = await cli('list')
  const coloured = await cliOnTerminal('list')

  expect(plain.out).not.toContain('\u001b')
  expect(coloured.out).toContain('\u001b[1mBooking\u001b[22m\n')
})
