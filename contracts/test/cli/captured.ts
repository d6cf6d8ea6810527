import { runCli } from '../../src/cli/run.ts'
import type { Terminal } from '../../src/cli/terminal.ts'

/** What a run of the CLI wrote, and its exit code. */
export interface Captured {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** Runs the CLI in this process, with its output into texts. */
export const cli = async (...args: readonly string[]): Promise<Captured> => {
  const { terminal, written } = capture()
  const exit = await runCli(args, terminal)
  return { exit, ...written() }
}

/** The same on a terminal that shows colours. */
export const cliOnTerminal = async (...args: readonly string[]): Promise<Captured> => {
  const { terminal, written } = capture({ isTerminal: true, hasColour: true })
  const exit = await runCli(args, terminal)
  return { exit, ...written() }
}

const capture = (kind = { isTerminal: false, hasColour: false }) => {
  const texts = { out: '', err: '' }
  const streamTo = (name: 'out' | 'err') => ({
    ...kind,
    write: (text: string) => {
      texts[name] += text
    },
  })
  const terminal: Terminal = { out: streamTo('out'), err: streamTo('err') }
  return { terminal, written: () => texts }
}
