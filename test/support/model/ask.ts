import { isObject, type Json } from '../../../src/fhir/json.ts'
import { type Answer, type Circumstances, expected } from './answer.ts'
import { type Asked, focusType, withHeld } from './asked.ts'
import { DEFAULT_APPOINTMENT, met, type Organisation } from './organisation.ts'
import { requestTo } from './request.ts'
import { addressOf, type Subject, store, storedAt, type Whose, type World } from './world.ts'

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
  place: Whose,
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

/** What the sandbox answered, in the model's words. */
const observe = async (asked: Asked, response: Response): Promise<Answer> => {
  const text = await response.text()
  const { status, headers } = response
  const body = text === '' ? null : bodyOf(asked, status, JSON.parse(text))
  return { status, scenario: headers.get('Sandbox-Scenario'), body }
}

const bodyOf = (asked: Asked, status: number, json: Json): Json => {
  if (asked.kind !== 'message' && asked.kind !== 'read' && asked.kind !== 'search') return json
  if (status !== 200 || !isObject(json)) return null
  if (asked.kind === 'search') return summary(entryOf(json['entry'], asked.type))
  return summary(asked.kind === 'read' ? json : entryOf(json['entry'], focusType(asked.workflow)))
}

const entryOf = (entries: Json | undefined, resourceType: string): Json =>
  (Array.isArray(entries) ? entries : [])
    .map((entry) => (isObject(entry) ? (entry['resource'] ?? null) : null))
    .find((resource) => isObject(resource) && resource['resourceType'] === resourceType) ?? null

const summary = (resource: Json): Json =>
  isObject(resource)
    ? {
        resourceType: resource['resourceType'] ?? null,
        id: resource['id'] ?? null,
        status: resource['status'] ?? null,
      }
    : null

/** Whether two values are the same JSON, in whatever order their members come. */
const isSame = (a: Json | undefined, b: Json | undefined): boolean => {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, place) => isSame(each, b[place]))
  }
  if (!isObject(a) || !isObject(b)) return a === b
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]))
}

/** Whether two answers are the same. */
const isSameAnswer = (a: Answer, b: Answer): boolean =>
  a.status === b.status && a.scenario === b.scenario && isSame(a.body, b.body)

/** A request in a few words, for those who read a divergence. */
export const told = (asked: Asked): string => {
  if (asked.kind === 'read') {
    return `read ${asked.type}/${asked.id}${asked.isAnonymous ? ' anonymously' : ''}`
  }
  if (asked.kind === 'search') {
    const whose = `patient ${asked.patient.nhsNumber}`
    return `search ${asked.type} of ${whose}${asked.isAnonymous ? ' anonymously' : ''}`
  }
  if (asked.kind === 'put') return `put ${asked.state}`
  if (asked.kind !== 'message') return asked.kind

  const { workflow, patient, id, links, reason, status } = asked
  const linked = links.map(({ reference }) => `linked to ${reference}`)
  return [
    `${workflow} (${reason}, ${status}) of patient ${patient.nhsNumber ?? 'unnumbered'}`,
    `id ${id.sent ?? 'none'}`,
    ...linked,
  ].join(', ')
}
