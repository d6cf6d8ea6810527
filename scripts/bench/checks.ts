import { type Ratio, ratioOf } from './report.ts'
import { inRounds } from './rounds.ts'
import { type Load, messageOf } from './subjects.ts'
import { startWorkerd } from './workerd.ts'

const KILOBYTES = [20, 60] as const

const TERMS = { rounds: 12, warmingUp: 3 }

// In a round; each has its message parsed, or parsed and checked, many times.
const REQUESTS = 3

/** Milliseconds of CPU that a message takes, round by round. */
interface Checked {
  readonly kilobytes: number
  readonly parsed: readonly number[]
  /** The parsing before the check included. */
  readonly checked: readonly number[]
}

/** Parses clean messages, and parses and checks them, in one workerd. */
export const measureChecks = async (folder: string): Promise<readonly Checked[]> => {
  const workerd = await startWorkerd(folder, ['parse', 'check'])
  const ask = async (worker: 'parse' | 'check', { path, ...init }: Load) => {
    const response = await fetch(workerd.originOf(worker) + path, init)
    const answer = await response.text()
    if (!response.ok) throw new Error(`${worker} finds ${answer}`)
    return Number(answer)
  }
  const subjects = KILOBYTES.map((kilobytes) => {
    const message = messageOf(kilobytes)
    return {
      kilobytes,
      parse: () => ask('parse', message),
      check: () => ask('check', message),
    }
  })
  const cpu = await inRounds(
    subjects.flatMap(({ parse, check }) => [parse, check]),
    TERMS,
    async (answered) => {
      const before = workerd.cpu()
      let messages = 0
      for (let request = 0; request < REQUESTS; request += 1) messages += await answered()
      return (workerd.cpu() - before) / messages
    },
  )
  await workerd.stop()
  return subjects.map(({ kilobytes, parse, check }) => ({
    kilobytes,
    parsed: cpu.get(parse) ?? [],
    checked: cpu.get(check) ?? [],
  }))
}

/** What a check costs, the parsing before it included. */
export const checkRatios = (all: readonly Checked[]): readonly Ratio[] =>
  all.map(({ kilobytes, parsed, checked }) =>
    ratioOf(
      { name: `check, clean ${kilobytes} KB`, to: 'JSON.parse', unit: 'ms of CPU' },
      checked,
      parsed,
      { atMost: 6 },
    ),
  )
