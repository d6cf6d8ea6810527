import { type ContractScenario, scenarios } from '../scenario.ts'
import { command, EXIT, UsageError } from './command.ts'
import { paint, type Stream } from './terminal.ts'

/** `bars-contracts list` */
export const list = command({
  summary: 'List the scenarios',
  about: 'Prints every scenario: its id, the status that the Receiver answers, and what happens.',
  options: {
    suite: { type: 'string', value: 'name', about: 'only the scenarios of one suite' },
    json: { type: 'boolean', about: 'print JSON' },
  },
  examples: [
    'bars-contracts list',
    'bars-contracts list --suite booking',
    'bars-contracts list --json',
  ],
  run: ({ values: { suite, json } }, { out }) => {
    const listed = suite === undefined ? scenarios : ofSuite(suite)
    out.write(json ? `${JSON.stringify(listed, null, 2)}\n` : table(listed, out))
    return EXIT.ok
  },
})

const ofSuite = (name: string): readonly ContractScenario[] => {
  const listed = scenarios.filter(({ suite }) => suite.toLowerCase() === name.toLowerCase())
  if (listed.length > 0) return listed
  const suites = [...new Set(scenarios.map(({ suite }) => suite))]
  throw new UsageError(`There is no suite '${name}'. There are ${suites.join(', ')}.`)
}

const table = (listed: readonly ContractScenario[], out: Stream): string => {
  const width = Math.max(...listed.map(({ id }) => id.length))
  return listed
    .map((each, place) => {
      const heading = each.suite === listed[place - 1]?.suite ? '' : headingOf(each, place, out)
      return `${heading}  ${each.id.padEnd(width)}  ${each.status}  ${each.title}\n`
    })
    .join('')
}

const headingOf = ({ suite }: ContractScenario, place: number, out: Stream): string =>
  `${place === 0 ? '' : '\n'}${paint(out, 'bold', suite)}\n`
