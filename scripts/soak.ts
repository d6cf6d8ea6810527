// `npm run soak`: puts the sandbox in memory and the model of the 111-ED Receiver through random
// sequences until they part, a report is lost or the time is up. `--minutes N` (10), or `--operations N`;
// `--seed N`.
import { parseArgs } from 'node:util'
import { type Comparison, compare } from '../test/support/model/compare.ts'
import { reportingSandbox } from '../test/support/model/reporting-subject.ts'

const MINUTE_MS = 60 * 1000
const SEEDS = 2 ** 31
const TOLD_EVERY_MS = 10 * 1000

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    operations: { type: 'string' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * SEEDS)) },
  },
})

const numberOf = (option: string, value: string): number => {
  const number = Number(value)
  if (value !== '' && Number.isFinite(number) && number >= 0) return number
  console.error(`--${option} must be a number, not '${value}'`)
  process.exit(2)
}

const seed = numberOf('seed', values.seed)
const operationsWanted =
  values.operations === undefined ? undefined : numberOf('operations', values.operations)
const minutes = numberOf('minutes', values.minutes)
const begun = performance.now()
let toldAt = begun

const tell = (operations: number): void => {
  const seconds = (performance.now() - begun) / 1000
  const rate = Math.round(operations / seconds)
  console.log(`${operations} operations in ${Math.round(seconds)} s (${rate} a second)`)
}

const isEnough: Comparison['isEnough'] = ({ operations }) => {
  const now = performance.now()
  if (now - toldAt > TOLD_EVERY_MS) {
    tell(operations)
    toldAt = now
  }
  return operationsWanted === undefined
    ? now - begun >= minutes * MINUTE_MS
    : operations >= operationsWanted
}

console.log(`seed ${seed}`)
const { operations, divergence } = await compare({ seed, isEnough, subject: reportingSandbox })
tell(operations)
console.log(divergence ?? '0 divergences, 0 lost reports')
process.exit(divergence === null ? 0 : 1)
