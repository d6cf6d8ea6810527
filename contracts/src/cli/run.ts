import { version } from '../sandbox/plain-sandbox.ts'
import { COMMANDS } from './commands.ts'
import { EXIT, type Exit, UsageError } from './exit.ts'
import { help, helpOf, PROGRAM } from './help.ts'
import { paint, type Terminal } from './terminal.ts'

const HELP = ['--help', '-h']

/** Runs the CLI with these arguments; gives its exit code. */
export const runCli = async (args: readonly string[], terminal: Terminal): Promise<Exit> => {
  const [name = '', ...rest] = args
  const { out } = terminal
  if (name === '--version') return printed(out.write, `${version}\n`)
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
  err.write(`${paint(err, 'red', 'error')}: ${message}\nSee ${called} --help.\n`)
  return EXIT.usage
}

const noCommand = (name: string): string => {
  const known = `The commands are ${[...COMMANDS.keys()].join(', ')}.`
  return name === '' ? `No command was given. ${known}` : `There is no command '${name}'. ${known}`
}
