import fc from 'fast-check'
import { ask, told } from './ask.ts'
import type { Asked } from './asked.ts'
import { MOVES, type Move, STARTS } from './clock.ts'
import { atomic, bookings, places, requests } from './requests.ts'
import { TABLE, type Table } from './table.ts'
import { ORGANISATIONS, SPACES, type Subject, type Tally, type Whose, type World } from './world.ts'

/** A step of a comparison. */
export type Step = fc.AsyncCommand<World, Subject>

/** A step that can always be taken. */
export const step = (name: string, run: Step['run']): Step => ({
  check: () => true,
  run,
  toString: () => name,
})

const askStep = ([place, asked]: [Whose, readonly Asked[]]): Step =>
  step(
    `\n  ${place.space} ${place.organisation}: ${asked.map(told).join(' | ')}`,
    (world, subject) => ask(world, subject, place, asked),
  )

const moveStep = ({ name, from }: Move): Step =>
  step(`\n  the clock goes ${name}`, async (world, subject) => {
    world.now = from(world.now)
    subject.setClock(world.now)
  })

const moves = fc.oneof(
  ...MOVES.map((move) => ({ weight: move.weight, arbitrary: fc.constant(moveStep(move)) })),
)

const several = (of: fc.Arbitrary<Asked>, maxLength: number) =>
  fc.tuple(places, fc.array(of, { minLength: 2, maxLength, size: 'max' })).map(askStep)

/** How often a step is taken. */
export interface Weighted {
  readonly weight: number
  readonly arbitrary: fc.Arbitrary<Step>
}

/** The steps of any sandbox: requests, several at once, and moves of the clock. */
const STEPS: readonly Weighted[] = [
  { weight: 85, arbitrary: fc.tuple(places, fc.tuple(requests)).map(askStep) },
  { weight: 6, arbitrary: several(atomic, 4) },
  { weight: 2, arbitrary: several(bookings, 8) },
  { weight: 7, arbitrary: moves },
]

/** What is compared, and for how long. */
export interface Comparison {
  readonly seed: number
  /** Whether that is enough: asked between rounds. */
  readonly isEnough: (tally: Tally) => boolean
  /** How many sequences of up to a thousand steps a round has: 4 unless told. */
  readonly sequencesInARound?: number
  /** A sandbox in which nothing has happened. */
  readonly subject: () => Subject
  /** The ODS code of an organisation by its number, new for each sandbox that remembers. */
  readonly codes?: () => World['codeOf']
  readonly table?: Table
  /** Steps that only this sandbox can take. */
  readonly besides?: readonly Weighted[]
  /** How many shorter sequences are tried, to boil a divergence down to the steps it needs. */
  readonly maxShrinks?: number
}

/** What a comparison came to; `divergence` tells where the sandbox and the model parted. */
export interface Result extends Tally {
  readonly divergence: string | null
}

const fixedCode = (organisation: number): string => `MODEL${organisation}`

/** Puts a sandbox and the model through random sequences of steps until that is enough. */
export const compare = async (comparison: Comparison): Promise<Result> => {
  const tally: Tally = { operations: 0, scenarios: new Set() }
  const property = sequencesOf(comparison, tally)
  for (let seed = comparison.seed; !comparison.isEnough(tally); seed += 1) {
    const details = await fc.check(property, {
      seed,
      numRuns: comparison.sequencesInARound ?? 4,
      unbiased: true,
    })
    if (details.failed) {
      const report = await fc.asyncDefaultReportMessage(details)
      return { ...tally, divergence: `${report}\n\n${details.errorInstance}` }
    }
  }
  return { ...tally, divergence: null }
}

const sequencesOf = (comparison: Comparison, tally: Tally) => {
  const { subject, codes = () => fixedCode, table = TABLE, besides = [] } = comparison
  const steps = fc.commands<World, Subject, false>([fc.oneof(...STEPS, ...besides)], {
    maxCommands: 1000,
    size: 'max',
  })
  const sequences = fc.limitShrink(steps, comparison.maxShrinks ?? 1000)
  return fc.asyncProperty(fc.constantFrom(...STARTS), sequences, async (now, sequence) => {
    const real = subject()
    real.setClock(now)
    const model: World = { now, table, codeOf: codes(), organisations: new Map(), tally }
    await fc.asyncModelRun(() => ({ model, real }), sequence)
    await lookAtAll(model, real)
  })
}

/** Nothing that was sent to one organisation may have touched another. */
const lookAtAll = async (world: World, subject: Subject): Promise<void> => {
  for (const space of SPACES) {
    for (let organisation = 0; organisation < ORGANISATIONS; organisation += 1) {
      await ask(world, subject, { space, organisation, isSmall: false, isLookedAt: true }, [])
    }
  }
}
