import { didYouMean } from '../arguments.ts'
import { visible } from '../check/report.ts'
import { version } from '../sandbox/plain-sandbox.ts'
import { check } from './check.ts'
import { type Command, EXIT, type Exit, UsageError } from './command.ts'
import { list } from './list.ts'
import { show } from './show.ts'
import { stub } from './stub.ts'
import { paint, type Terminal } from './terminal.ts'
import { verify } from './verify.ts'

/** The commands of the CLI, in the order that the help shows them. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ list, show, check, stub, verify }),
)

const HELP = ['--help', '-h']
const VERSION = ['version', '--version', '-V', '-v']

/** Runs the CLI with these arguments; gives its exit code. */
export const runCli = async (args: readonly string[], terminal: Terminal): Promise<Exit> => {
  const [first = '', ...others] = args
  // `help check` is `check --help`.
  const [name = '', ...rest] = first === 'help' ? [...others, '--help'] : args
  const { out } = terminal
  if (VERSION.includes(name)) return printed(out.write, `${version}\n`)
  if (HELP.includes(name)) return printed(out.write, help(COMMANDS))

  const found = COMMANDS.get(name)
  if (found === undefined) return wrongly(terminal, noCommand(name), PROGRAM)
  if (rest.some((each) => HELP.includes(each))) return printed(out.write, helpOf(name, found))
  try {
    return await found.run(rest, terminal)
  } catch (error) {
    if (!(error instanceof UsageError || isOfSystem(error))) throw error
    return wrongly(terminal, error.message, `${PROGRAM} ${name}`)
  }
}

// Such as a folder that is not there, for a file to be written to.
const isOfSystem = (error: unknown): error is Error => error instanceof Error && 'syscall' in error

const printed = (write: (text: string) => void, text: string): Exit => {
  write(text)
  return EXIT.ok
}

const wrongly = ({ err }: Terminal, message: string, called: string): Exit => {
  const line = visible(message.replace(/\s*\n\s*/g, ' '))
  err.write(`${paint(err, 'red', 'error')}: ${line}\nSee ${called} --help.\n`)
  return EXIT.usage
}

const noCommand = (name: string): string => {
  const names = [...COMMANDS.keys()]
  const known = `The commands are ${names.join(', ')}.`
  if (name === '') return `No command was given. ${known}`
  return `There is no command '${name}'. ${didYouMean(name, names) || known}`
}

/** The name that the CLI is called by. */
const PROGRAM = 'bars-contracts'

/** The help of the whole CLI. */
const help = (commands: ReadonlyMap<string, Command>): string =>
  [
    `Verify a BaRS client offline.`,
    '',
    `Usage: ${PROGRAM} <command> [options]`,
    '',
    'Commands:',
    ...columns([...commands].map(([name, { summary }]) => [name, summary])),
    '',
    `${PROGRAM} help <command> tells more of each; version prints the version.`,
    'Exit codes: 0 all is well, 1 violations or failures, 2 called wrongly or not read.',
    '',
  ].join('\n')

/** The help of a command. */
const helpOf = (name: string, { about, operands, options, examples }: Command): string => {
  const usage = [PROGRAM, name, ...(operands ? [operands.name] : []), '[options]'].join(' ')
  return [
    `Usage: ${usage}`,
    '',
    about,
    '',
    'Options:',
    ...columns([
      ...Object.entries(options).map(
        ([option, { value, about: what }]) =>
          [`--${option}${value === undefined ? '' : ` <${value}>`}`, what] as const,
      ),
      ['--help', 'show this'],
    ]),
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n')
}

const columns = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(...rows.map(([first]) => first.length))
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`)
}
