import { parseArgs } from 'node:util'
import { didYouMean } from '../arguments.ts'
import { type ToVerdict, verdictBy } from '../check/verdict.ts'
import { scenarioIdOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import type { Terminal } from './terminal.ts'

/** How the CLI exits, so that CI can tell a wrong client from a wrong command. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const

export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** Where `npm run dev` and every printed command have the sandbox. */
export const PORT = 8787

/** A command that was called wrongly. */
export class UsageError extends Error {}

/** An option of a command. */
interface Option {
  readonly type: 'boolean' | 'string'
  /** Whether it may be given several times. */
  readonly multiple?: true
  /** What the help calls its value. */
  readonly value?: string
  readonly about: string
}

export type Options = Readonly<Record<string, Option>>

/** What a command takes besides options. */
interface Operands {
  readonly name: string
  readonly atLeast: number
  readonly atMost: number
}

interface Specification<O extends Options> {
  readonly summary: string
  /** What the help says below the usage. */
  readonly about: string
  readonly operands?: Operands
  readonly options: O
  readonly examples: readonly string[]
  readonly run: (call: ReturnType<typeof parse<O>>, terminal: Terminal) => Exit | Promise<Exit>
}

/** A command of the CLI. */
export interface Command extends Omit<Specification<Options>, 'run'> {
  readonly run: (args: readonly string[], terminal: Terminal) => Exit | Promise<Exit>
}

/** Makes a command; its options are typed by their table. */
export const command = <const O extends Options>(specification: Specification<O>): Command => ({
  ...specification,
  run: (args, terminal) => {
    const call = readArguments(args, specification.options)
    checkOperands(call.positionals, specification.operands)
    return specification.run(call, terminal)
  },
})

const parse = <const O extends Options>(args: readonly string[], options: O) =>
  parseArgs({ args: [...args], options, allowPositionals: true, strict: true })

const readArguments: typeof parse = (args, options) => {
  try {
    return parse(args, options)
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(inWords(error.message, options)) : error
  }
}

// Node goes on about how an operand could begin with a hyphen.
const inWords = (message: string, options: Options): string => {
  const [unknown, name] = /^Unknown option '-*([^']*)'/.exec(message) ?? []
  if (unknown === undefined || name === undefined) return message
  const names = [...Object.keys(options), 'help'].map((each) => `--${each}`)
  return `${unknown}. ${didYouMean(`--${name}`, names) || `The options are ${names.join(', ')}.`}`
}

const NO_OPERANDS: Operands = { name: 'nothing', atLeast: 0, atMost: 0 }

const checkOperands = (sent: readonly string[], operands = NO_OPERANDS): void => {
  const { name, atLeast, atMost } = operands
  if (sent.length < atLeast) throw new UsageError(`${name} is missing.`)
  const [surplus] = sent.slice(atMost)
  if (surplus !== undefined) throw new UsageError(`'${surplus}' is one too many: expected ${name}.`)
}

/** The scenario that the user named. */
export const readScenarioId = (name = ''): ScenarioId => usably(() => scenarioIdOf(name))

/** How findings are judged, as flags of the commands that check. */
export const VERDICT_FLAGS = {
  ignore: {
    type: 'string',
    multiple: true,
    value: 'rule',
    about: 'leave out a rule, or all that begin so: simulator/; may be repeated',
  },
  'warnings-as-errors': { type: 'boolean', about: 'a warning is a violation' },
} as const satisfies Options

/** The verdicts that the user asked for. */
export const readVerdict = (values: {
  readonly ignore?: readonly string[] | undefined
  readonly 'warnings-as-errors'?: boolean | undefined
}): ToVerdict => {
  const { ignore = [], 'warnings-as-errors': warningsAsErrors = false } = values
  return usably(() => verdictBy({ ignore, warningsAsErrors }))
}

/** What a value of the user's is; one that cannot be is a command called wrongly. */
const usably = <T>(read: () => T): T => {
  try {
    return read()
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error
  }
}
