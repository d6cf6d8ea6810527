import type { Interaction } from '../../contracts/src/pact/pact-file.ts'
import type { Json } from '../../src/fhir/json.ts'
import { DEFAULT_APPOINTMENT_ID } from '../../src/receiver/111-ed/act.ts'
import { CATALOGUE } from '../../src/receiver/catalogue.ts'
import { type Pin, pinsOf, type Step, withValue } from './pins.ts'
import { type SentRequest, sentRequest } from './sent-request.ts'

/** A request that is wrong in one place. */
export interface WrongRequest {
  readonly where: string
  readonly request: SentRequest
}

/** What a row may forbid: the sentinels of others, and the link that makes a referral another's. */
const FORBIDDEN = [
  ...CATALOGUE.filter(({ sentinel }) => sentinel.in === 'Patient.identifier').flatMap(
    ({ sentinel }) => sentinel.values,
  ),
  `Appointment/${DEFAULT_APPOINTMENT_ID}`,
]

const pinsIn = ({ request }: Interaction): readonly Pin[] =>
  pinsOf(request.matchingRules?.body ?? {}, request.body?.content)

const literalsIn = (interaction: Interaction): readonly Pin[] =>
  pinsIn(interaction).filter(({ matcher }) => ['equality', 'regex'].includes(matcher.match))

/** The entries that are pinned: their places and types. */
const entriesIn = (interaction: Interaction) =>
  literalsIn(interaction).flatMap(({ at, value }) =>
    at.length === 4 && at[3] === 'resourceType' ? [{ at: at.slice(0, 2), type: value }] : [],
  )

const wrongAt = (
  { request }: Interaction,
  at: readonly Step[],
  value: Json | undefined,
): WrongRequest => ({
  where: at.join('.'),
  request: {
    ...sentRequest(request),
    body: withValue(request.body?.content ?? null, at, value),
  },
})

/** Each literal of the message with another value. */
export const literalsChanged = (interaction: Interaction): readonly WrongRequest[] =>
  literalsIn(interaction).map((pin) => wrongAt(interaction, pin.at, wrongValue(pin)))

const wrongValue = ({ matcher, value }: Pin): string => {
  const changed = `${value}-changed`
  if (matcher.match !== 'regex') return changed
  const pattern = new RegExp(matcher.regex)
  const wrong = [changed, ...FORBIDDEN].find((each) => !pattern.test(each))
  if (wrong === undefined) throw new Error(`${matcher.regex} allows everything`)
  return wrong
}

/** Each literal of the message taken out, but for those that only keep others' sentinels out. */
export const elementsTakenOut = (interaction: Interaction): readonly WrongRequest[] =>
  literalsIn(interaction)
    .filter(({ matcher }) => matcher.match !== 'regex' || !new RegExp(matcher.regex).test(''))
    .map(({ at }) => wrongAt(interaction, at, undefined))

/** The entry of a type, or of any but those, dropped. */
export const entryDropped =
  (isMeant: (type: unknown) => boolean) =>
  (interaction: Interaction): readonly WrongRequest[] =>
    entriesIn(interaction)
      .filter(({ type }) => isMeant(type))
      .map(({ at }) => wrongAt(interaction, at, undefined))

/** Each pinned entry without its resource. */
export const resourcesTakenOut = (interaction: Interaction): readonly WrongRequest[] =>
  entriesIn(interaction).map(({ at }) => wrongAt(interaction, [...at, 'resource'], undefined))

/** Each pinned entry with a resource that has no members. */
export const resourcesEmptied = (interaction: Interaction): readonly WrongRequest[] =>
  entriesIn(interaction).map(({ at }) => wrongAt(interaction, [...at, 'resource'], {}))

/** A body that is an object without members. */
export const emptied = ({ request }: Interaction): readonly WrongRequest[] =>
  request.body === undefined
    ? []
    : [{ where: 'Bundle', request: { ...sentRequest(request), body: {} } }]
