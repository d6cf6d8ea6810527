import type { Entry } from '../reports/entry.ts'
import type { Journal } from '../reports/journal.ts'
import { type Collated, lineOf } from './organisation-reports.ts'

/** How a live log goes on: waiting in a Worker is free, and asking the journal is what costs. */
const POLL_MS = 2000
// A Worker may ask other objects so often for one request on the smallest plan.
const POLLS = 40

/** What a live log needs of the outside. */
interface Watch {
  readonly wait: (ms: number) => Promise<void>
  readonly now: () => number
}

/**
 * `…/events`: each request as it is reported, as server-sent events. The stream ends after a while, and
 * a browser comes back with the id of the last event.
 */
export async function watchReports({ c, journal, now }: Collated, watch: Watch): Promise<Response> {
  const last = c.req.header('Last-Event-ID') ?? (await journal.entries(now))[0]?.id
  return c.body(eventsOf(journal, last, watch), 200, { 'Content-Type': 'text/event-stream' })
}

function eventsOf(
  journal: Journal,
  first: string | undefined,
  { wait, now }: Watch,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let last = first
  let polls = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        polls += 1
        if (polls > POLLS) return controller.close()
        await wait(POLL_MS)
        const fresh = since(await journal.entries(now()), last)
        last = fresh.at(-1)?.id ?? last
        // A comment where there is nothing to tell: that is how a reader who left is noticed.
        controller.enqueue(encoder.encode(fresh.map(eventOf).join('') || ':\n\n'))
      },
    },
    { highWaterMark: 0 },
  )
}

/** What came after a report, oldest first; all, where it is not known any more. */
function since(entries: readonly Entry[], last: string | undefined): readonly Entry[] {
  const place = entries.findIndex(({ id }) => id === last)
  return (place < 0 ? entries : entries.slice(0, place)).toReversed()
}

const eventOf = (entry: Entry): string =>
  `id: ${entry.id}\ndata: ${JSON.stringify(lineOf(entry))}\n\n`
