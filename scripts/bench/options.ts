import { parseArgs } from 'node:util'

/** How long to bench, and how to print. */
export interface Options {
  readonly json: boolean
  /** Of load on one subject in one round. */
  readonly seconds: number
  readonly rounds: number
}

/** Reads `--json`, `--seconds N` and `--rounds N`. */
export const readOptions = (): Options => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '0.25' },
      rounds: { type: 'string', default: '36' },
    },
  })
  const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)]
  if (!(seconds > 0)) throw new Error('--seconds must be a number above 0')
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds must be 1 or more')
  return { json: values.json, seconds, rounds }
}
