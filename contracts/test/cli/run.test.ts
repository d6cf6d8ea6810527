import { it } from 'vitest'
import about from '../../package.json' with { type: 'json' }
import { COMMANDS } from '../../src/cli/run.ts'
import { cli } from './captured.ts'

it('prints the commands when asked for help', async ({ expect }) => {
  const { exit, out, err } = await cli('--help')

  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(out.match(/^ {2}\w+/gm)).toEqual([...COMMANDS.keys()].map((name) => `  ${name}`))
})

for (const [name, { options, examples }] of COMMANDS) {
  it(`prints the options and examples of ${name} when asked for help`, async ({ expect }) => {
    const { exit, out, err } = await cli(name, '--help')

    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out.match(/^ {2}--[\w-]+/gm)).toEqual(
      [...Object.keys(options), 'help'].map((option) => `  --${option}`),
    )
    for (const example of examples) expect(out).toContain(`  ${example}\n`)
  })
}

it('prints its version', async ({ expect }) => {
  expect(await cli('--version')).toEqual({ exit: 0, out: `${about.version}\n`, err: '' })
})

it('exits 2 and names the commands when there is no such command', async ({ expect }) => {
  expect(await cli('lst')).toEqual({
    exit: 2,
    out: '',
    err: `error: There is no command 'lst'. The commands are ${[...COMMANDS.keys()].join(', ')}.
See bars-contracts --help.
`,
  })
})

it('exits 2 when no command is given', async ({ expect }) => {
  const { exit, out, err } = await cli()

  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(err).toContain('No command was given.')
})

it('exits 2 when an option is unknown', async ({ expect }) => {
  const { exit, out, err } = await cli('list', '--jsn')

  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(err).toMatch(/^error: Unknown option '--jsn'/)
  expect(err).toContain('See bars-contracts list --help.\n')
})

it('exits 2 when an operand is missing', async ({ expect }) => {
  expect(await cli('show')).toEqual({
    exit: 2,
    out: '',
    err: 'error: <scenario> is missing.\nSee bars-contracts show --help.\n',
  })
})

it('exits 2 when there is an operand too many', async ({ expect }) => {
  expect(await cli('list', 'booking')).toEqual({
    exit: 2,
    out: '',
    err: "error: 'booking' is one too many: expected nothing.\nSee bars-contracts list --help.\n",
  })
})
