// The least that a Worker does: what the sandbox is compared to. Modules that need no bundling.
import { DurableObject } from 'cloudflare:workers'

/** A request. */
export default {
  fetch: () => new Response('Hello, world!'),
}

const READ = ['NHSD-Target-Identifier', 'NHSD-End-User-Organisation', 'Accept']
const MIRRORED = ['x-request-id', 'x-correlation-id']

const withIds = (answered, request) => {
  const headers = { ...answered }
  for (const name of MIRRORED) headers[name] = request.headers.get(name)
  return headers
}

/** GET metadata as the sandbox answers it: the headers that it reads are read, its headers and bytes sent. */
export const metadata = {
  fetch(request, { ANSWERS }) {
    for (const name of READ) request.headers.get(name)
    const { headers, body } = ANSWERS.metadata
    return new Response(body, { headers: withIds(headers, request) })
  },
}

/** A message: its body is parsed and answered. */
export const echo = {
  async fetch(request) {
    const body = JSON.parse(await request.text())
    return new Response(JSON.stringify(body), {
      headers: { 'Content-Type': 'application/fhir+json' },
    })
  },
}

/**
 * A message of the stateful patient: its body is parsed and answered with the sandbox's headers, once
 * the object of its organisation was told the act, wrote the columns and returned the transition.
 */
export const object = {
  async fetch(request, { ANSWERS, OBJECT }) {
    const body = JSON.parse(await request.text())
    const [booking, cancel] = ANSWERS.turn
    const isNew = body.entry[0].resource.reason.coding[0].code === 'new'
    const { act, headers } = isNew ? booking : cancel
    const organisation = OBJECT.getByName(request.headers.get('NHSD-End-User-Organisation'))
    const { change } = await organisation.apply(act, Date.now())
    if (change.event !== act.does) throw new Error(`${act.does} became ${change.event}`)
    return new Response(JSON.stringify(body), { headers: withIds(headers, request) })
  },
}

export class BareObject extends DurableObject {
  #last = 0

  constructor(ctx, env) {
    super(ctx, env)
    ctx.storage.sql.exec(`CREATE TABLE IF NOT EXISTS transitions (
      number INTEGER PRIMARY KEY, day TEXT NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL,
      from_state TEXT NOT NULL, to_state TEXT NOT NULL, appointment_id TEXT
    ) STRICT`)
  }

  apply(act, now) {
    const { applied } = this.env.ANSWERS.turn.find((each) => each.act.does === act.does)
    const { event, from, to, appointmentId } = applied.change
    this.#last += 1
    this.ctx.storage.sql.exec(
      'INSERT INTO transitions VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[this.#last, applied.standing.day, now, event, from, to, appointmentId],
    )
    return applied
  }
}
