import { abortAllDurableObjects, evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import fc from 'fast-check'
import { ask } from '../../../../support/model/ask.ts'
import { type Step, step, type Weighted } from '../../../../support/model/compare.ts'
import { rung } from '../../../../support/model/organisation.ts'
import { places } from '../../../../support/model/requests.ts'
import { addressOf, store, storedAt, type Whose } from '../../../../support/model/world.ts'
import { objectAt } from './organisations.ts'

const named = (what: string, { space, organisation }: Whose) =>
  `\n  ${what} ${space} ${organisation}`

/** What has happened to objects: a comparison in which little did has compared too little. */
export const happened = { alarms: 0, evictions: 0, restarts: 0 }

// The alarm stores the day: a late request of the day before belongs to the new day from then on.
const alarm = (place: Whose): Step =>
  step(named('alarm of', place), async (world) => {
    const address = addressOf(world, place)
    const stored = storedAt(world, address)
    const hasRun = await runDurableObjectAlarm(objectAt(address))
    if (hasRun) {
      happened.alarms += 1
      store(world, address, rung(stored, world.now))
    } else if (stored.day !== '') {
      throw new Error('no alarm is set where there is a day to clear')
    }
  })

const eviction = (place: Whose): Step =>
  step(named('eviction of', place), async (world, subject) => {
    // Only an object that runs can be evicted: a look starts it.
    await ask(world, subject, { ...place, isLookedAt: true }, [])
    await evictDurableObject(objectAt(addressOf(world, place)))
    happened.evictions += 1
  })

const restart: Step = step('\n  restart of all objects', async () => {
  await abortAllDurableObjects()
  happened.restarts += 1
})

/** What happens to Durable Objects besides requests. */
export const OBJECT_STEPS: readonly Weighted[] = [
  { weight: 5, arbitrary: places.map(alarm) },
  { weight: 5, arbitrary: places.map(eviction) },
  { weight: 2, arbitrary: fc.constant(restart) },
]
