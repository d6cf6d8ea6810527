import { type Answer, type Circumstances, expected } from './answer.ts'
import { type Asked, withHeld } from './asked.ts'
import { isSameAnswer, observe } from './observe.ts'
import { DEFAULT_APPOINTMENT, met, type Organisation } from './organisation.ts'
import { requestTo } from './request.ts'
import { told } from './told.ts'
import { addressOf, type Place, type Subject, store, storedAt, type World } from './world.ts'

/** A request and what came back. */
interface Exchange {
  readonly asked: Asked
  readonly answer: Answer
}

/**
 * Asks an organisation all of that at once, then perhaps looks how it stands, and compares. The answers must
 * be those of the requests sent one after another, in some order.
 */
export const ask = async (
  world: World,
  subject: Subject,
  place: Place,
  wanted: readonly Asked[],
): Promise<void> => {
  const address = addressOf(world, place)
  const stored = storedAt(world, address)
  const held = met(stored, world.now).held ?? DEFAULT_APPOINTMENT
  const odsCode = place.isSmall ? address.odsCode.toLowerCase() : address.odsCode
  const exchange = async (asked: Asked): Promise<Exchange> => {
    const response = await subject.fetch(requestTo({ ...address, odsCode }, asked))
    return { asked, answer: await observe(asked, response) }
  }
  const exchanges = await Promise.all(wanted.map((asked) => exchange(withHeld(asked, held))))
  // Without a look, the order that requests sent at once were taken in may not show.
  const looks = place.isLookedAt || wanted.length > 1 ? [await exchange({ kind: 'look' })] : []

  const given = { now: world.now, table: world.table, address }
  const after = explained(stored, exchanges, looks, given)
  if (after === undefined) throw divergence(stored, [...exchanges, ...looks], given)
  store(world, address, after)
  count(world, exchanges)
}

/** What is stored in the end, if some order of the exchanges explains all answers and the looks. */
const explained = (
  stored: Organisation,
  exchanges: readonly Exchange[],
  looks: readonly Exchange[],
  given: Circumstances,
): Organisation | undefined => {
  const rest = exchanges.length > 0 ? exchanges : looks
  if (rest.length === 0) return stored
  for (const [place, { asked, answer }] of rest.entries()) {
    const { answer: wanted, after } = expected(asked, stored, given)
    if (!isSameAnswer(wanted, answer)) continue
    const others = rest.toSpliced(place, 1)
    const end = explained(after, others, rest === looks ? [] : looks, given)
    if (end !== undefined) return end
  }
  return undefined
}

const divergence = (
  stored: Organisation,
  exchanges: readonly Exchange[],
  given: Circumstances,
): Error => {
  const { address, now } = given
  const lines = [`${address.space}/${address.odsCode} at ${new Date(now).toISOString()}`]
  let before = stored
  for (const { asked, answer } of exchanges) {
    const { answer: wanted, after } = expected(asked, before, given)
    before = after
    lines.push(
      `asked    ${told(asked)}`,
      `expected ${JSON.stringify(wanted)}`,
      `got      ${JSON.stringify(answer)}`,
    )
  }
  return new Error(lines.join('\n'))
}

const count = ({ tally }: World, exchanges: readonly Exchange[]): void => {
  tally.operations += exchanges.length
  for (const { answer } of exchanges) {
    if (answer.scenario !== null) tally.scenarios.add(answer.scenario)
  }
}
