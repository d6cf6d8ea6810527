import { it } from 'vitest'
import { streamOf } from '../../src/cli/terminal.ts'

const write = () => true

/** What a stream shows, on a terminal and where it goes into a file. */
const shown = (env: NodeJS.ProcessEnv) =>
  [true, false].map((isTTY) => {
    const { isTerminal, hasColour } = streamOf({ isTTY, write }, env)
    return { isTerminal, hasColour }
  })

const PLAIN = { isTerminal: false, hasColour: false }

for (const [what, env, onTerminal, inFile] of [
  ['nothing is said', {}, { isTerminal: true, hasColour: true }, PLAIN],
  ['NO_COLOR is set', { NO_COLOR: '1' }, { isTerminal: true, hasColour: false }, PLAIN],
  ['NO_COLOR is empty', { NO_COLOR: '' }, { isTerminal: true, hasColour: true }, PLAIN],
  ['the terminal is dumb', { TERM: 'dumb' }, PLAIN, PLAIN],
  [
    'FORCE_COLOR is set, whatever NO_COLOR says',
    { FORCE_COLOR: '1', NO_COLOR: '1' },
    { isTerminal: true, hasColour: true },
    { isTerminal: false, hasColour: true },
  ],
  ['FORCE_COLOR is 0', { FORCE_COLOR: '0' }, { isTerminal: true, hasColour: false }, PLAIN],
] as const) {
  it(`knows what may be shown where ${what}`, ({ expect }) => {
    expect(shown(env)).toEqual([onTerminal, inFile])
  })
}
