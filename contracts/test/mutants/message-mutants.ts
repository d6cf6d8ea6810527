import type { Json } from '../../../src/fhir/json.ts'
import { DEFAULT_APPOINTMENT_ID } from '../../../src/receiver/111-ed/act.ts'
import { CATALOGUE } from '../../../src/receiver/catalogue.ts'
import type { Interaction } from '../../src/pact/pact-file.ts'
import { type Pinned, pinnedIn, type Step, withValue } from './pinned.ts'
import { type RequestMutant, sentRequest, type WrongRequest } from './sent-request.ts'

/** What could be wrong in the message. */
// biome-ignore format: a table reads by column
export const MESSAGE_MUTANTS: readonly RequestMutant[] = [
  { name: 'another literal',               of: literalChanged },
  { name: 'no MessageHeader',              of: entryDropped((type) => type === 'MessageHeader') },
  { name: 'no Patient',                    of: entryDropped((type) => type === 'Patient') },
  { name: 'no focus',                      of: entryDropped(isFocus) },
  { name: 'an entry without its resource', of: eachResource(undefined) },
  { name: 'a resource without members',    of: eachResource({}), isForChecker: true },
  { name: 'a literal taken out',           of: literalTakenOut, isForChecker: true },
  { name: 'a Bundle without members',      of: emptied },
]

function pinsOf({ request }: Interaction): readonly Pinned[] {
  return pinnedIn(request.matchingRules?.body ?? {}, request.body?.content)
}

function literalsOf(interaction: Interaction): readonly Pinned[] {
  return pinsOf(interaction).filter(({ matcher }) => ['equality', 'regex'].includes(matcher.match))
}

function wrongAt(
  interaction: Interaction,
  at: readonly Step[],
  value: Json | undefined,
): WrongRequest {
  const sent = sentRequest(interaction)
  return {
    where: at.join('.'),
    request: { ...sent, body: withValue(sent.body ?? null, at, value) },
  }
}

/** Each literal of the message with another value. */
function literalChanged(interaction: Interaction): readonly WrongRequest[] {
  return literalsOf(interaction).map((pin) => wrongAt(interaction, pin.at, wrongValue(pin)))
}

/** What a row may forbid: the sentinels of others, and the link that makes a referral another's. */
function forbidden(): readonly string[] {
  const patients = CATALOGUE.filter(({ sentinel }) => sentinel.in === 'Patient.identifier')
  return [
    ...patients.flatMap(({ sentinel }) => sentinel.values),
    `Appointment/${DEFAULT_APPOINTMENT_ID}`,
  ]
}

function wrongValue({ matcher, value }: Pinned): string {
  const changed = `${value}-changed`
  if (matcher.match !== 'regex') return changed
  const pattern = new RegExp(matcher.regex)
  const wrong = [changed, ...forbidden()].find((each) => !pattern.test(each))
  if (wrong === undefined) throw new Error(`${matcher.regex} allows everything`)
  return wrong
}

/** Each literal of the message taken out, but for those that only keep others' sentinels out. */
function literalTakenOut(interaction: Interaction): readonly WrongRequest[] {
  return literalsOf(interaction)
    .filter(({ matcher }) => matcher.match !== 'regex' || !new RegExp(matcher.regex).test(''))
    .map(({ at }) => wrongAt(interaction, at, undefined))
}

/** The entries that are pinned: their places and types. */
function entriesOf(interaction: Interaction) {
  return literalsOf(interaction).flatMap(({ at, value }) =>
    at.length === 4 && at[3] === 'resourceType' ? [{ at: at.slice(0, 2), type: value }] : [],
  )
}

function isFocus(type: unknown): boolean {
  return type !== 'MessageHeader' && type !== 'Patient'
}

/** The entry of such a type dropped. */
function entryDropped(isMeant: (type: unknown) => boolean) {
  return (interaction: Interaction): readonly WrongRequest[] =>
    entriesOf(interaction)
      .filter(({ type }) => isMeant(type))
      .map(({ at }) => wrongAt(interaction, at, undefined))
}

/** Each pinned entry with another resource; undefined leaves it out. */
function eachResource(resource: Json | undefined) {
  return (interaction: Interaction): readonly WrongRequest[] =>
    entriesOf(interaction).map(({ at }) => wrongAt(interaction, [...at, 'resource'], resource))
}

/** A body that is an object without members. */
function emptied(interaction: Interaction): readonly WrongRequest[] {
  const sent = sentRequest(interaction)
  return sent.body === undefined ? [] : [{ where: 'Bundle', request: { ...sent, body: {} } }]
}
