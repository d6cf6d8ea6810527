import { londonDay } from '../../../src/bars/london.ts'
import { createSandbox, reportsInMemory } from '../sandbox.ts'
import type { Subject } from './world.ts'

/** How many links of an organisation's day are readable. */
const READABLE = 1000

/** The links of an owner's day, oldest first. */
interface Day {
  readonly day: string
  readonly links: readonly string[]
}

/**
 * The sandbox in-process, with reports: each answer's is read at once, and with it one that came before,
 * of the newest thousand of the same owner's day. One that is lost ends the comparison.
 */
export const reportingSandbox = (): Subject => {
  let now = 0
  let turn = 0
  const app = createSandbox({ now: () => now, reports: reportsInMemory() })
  const days = new Map<string, Day>()

  const read = async (link: string): Promise<void> => {
    const { status } = await app.request(link)
    if (status !== 200) throw new Error(`the report ${link} is lost: ${status}`)
  }
  const remember = (link: string): Day => {
    const owner = link.replace(/\.[0-9a-f]{32}$/, '')
    const earlier = days.get(owner)
    const today = londonDay(now)
    // A request that comes late is of the day that has begun (ruling 20).
    const isSame = earlier !== undefined && earlier.day >= today
    const day = isSame
      ? { day: earlier.day, links: [...earlier.links, link].slice(-READABLE) }
      : { day: today, links: [link] }
    days.set(owner, day)
    return day
  }
  return {
    fetch: async (request) => {
      const response = await app.fetch(request)
      const link = response.headers.get('Sandbox-Report')
      if (link === null) return response
      const { links } = remember(link)
      turn += 1
      await read(link)
      await read(links[turn % links.length] ?? link)
      return response
    },
    setClock: (ms) => {
      now = ms
    },
  }
}
