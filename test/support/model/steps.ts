import fc from 'fast-check'
import { ask } from './ask.ts'
import type { Asked } from './asked.ts'
import { MOVES, type Move } from './clock.ts'
import { bookings } from './messages.ts'
import { atomic, places, requests } from './requests.ts'
import { told } from './told.ts'
import type { Place, Subject, World } from './world.ts'

/** A step of a comparison. */
export type Step = fc.AsyncCommand<World, Subject>

/** A step that can always be taken. */
export const step = (name: string, run: Step['run']): Step => ({
  check: () => true,
  run,
  toString: () => name,
})

const askStep = ([place, asked]: [Place, readonly Asked[]]): Step =>
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
export const STEPS: readonly Weighted[] = [
  { weight: 85, arbitrary: fc.tuple(places, fc.tuple(requests)).map(askStep) },
  { weight: 6, arbitrary: several(atomic, 4) },
  { weight: 2, arbitrary: several(bookings, 8) },
  { weight: 7, arbitrary: moves },
]
