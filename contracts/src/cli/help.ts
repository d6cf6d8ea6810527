import type { Command } from './command.ts'

/** The name that the CLI is called by. */
export const PROGRAM = 'bars-contracts'

/** The help of the whole CLI. */
export const help = (commands: ReadonlyMap<string, Command>): string =>
  [
    `Verify a BaRS client offline.`,
    '',
    `Usage: ${PROGRAM} <command> [options]`,
    '',
    'Commands:',
    ...columns([...commands].map(([name, { summary }]) => [name, summary])),
    '',
    `${PROGRAM} <command> --help tells more of each; --version prints the version.`,
    'Exit codes: 0 all is well, 1 violations or failures, 2 called wrongly.',
    '',
  ].join('\n')

/** The help of a command. */
export const helpOf = (name: string, { about, operands, options, examples }: Command): string => {
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
