import { it } from 'vitest'
import about from '../../package.json' with { type: 'json' }
import { COMMANDS } from '../../src/cli/run.ts'
import { cli } from './captured.ts'

for (const asked of ['--help', '-h', 'help']) {
  it(`prints the commands when asked for ${asked}`, async ({ expect }) => {
    const { exit, out, err } = await cli(asked)

    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out.match(/^ {2}\w+/gm)).toEqual([...COMMANDS.keys()].map((name) => `  ${name}`))
  })
}

for (const [name, { options, examples }] of COMMANDS) {
  it(`prints the options and examples of ${name} when asked for help`, async ({ expect }) => {
    const { exit, out, err } = await cli(name, '--help')

    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out.match(/^ {2}--[\w-]+/gm)).toEqual(
      [...Object.keys(options), 'help'].map((option) => `  --${option}`),
    )
    for (const example of examples) expect(out).toContain(`  ${example}\n`)
    expect(await cli('help', name)).toEqual({ exit, out, err })
  })
}

for (const asked of ['--version', '-V', '-v', 'version']) {
  it(`prints its version when asked for ${asked}`, async ({ expect }) => {
    expect(await cli(asked)).toEqual({ exit: 0, out: `${about.version}\n`, err: '' })
  })
}

it('exits 2 and says what was meant when there is no such command', async ({ expect }) => {
  const commands = [...COMMANDS.keys()].join(', ')
  const said = (name: string, help: string) => ({
    exit: 2,
    out: '',
    err: `error: There is no command '${name}'. ${help}\nSee bars-contracts --help.\n`,
  })

  expect(await cli('lst')).toEqual(said('lst', 'Did you mean list?'))
  expect(await cli('help', 'chekc')).toEqual(said('chekc', 'Did you mean check?'))
  expect(await cli('frobnicate')).toEqual(said('frobnicate', `The commands are ${commands}.`))
})

it('exits 2 when no command is given', async ({ expect }) => {
  const { exit, out, err } = await cli()

  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(err).toContain('No command was given.')
})

it('exits 2 when an option is unknown', async ({ expect }) => {
  const said = (message: string) => ({
    exit: 2,
    out: '',
    err: `error: ${message}\nSee bars-contracts list --help.\n`,
  })

  expect(await cli('list', '--jsn')).toEqual(said("Unknown option '--jsn'. Did you mean --json?"))
  expect(await cli('list', '-x')).toEqual(
    said("Unknown option '-x'. The options are --suite, --json, --help."),
  )
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
