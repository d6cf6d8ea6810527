/** What Calder Telehealth expects of a Receiver, scenario by scenario, in Pact's terms. */

import { PactV4 } from '@pact-foundation/pact'
import type { Place } from '../src/messages.ts'
import { createSender, Refused } from '../src/sender.ts'

type Sender = ReturnType<typeof createSender>

// Any code will do.
export const ODS_CODE = 'C4L'
export const ANYBODY = '9054613556'
/** For this patient every Slot is taken. */
export const TAKEN = '9933902830'

/** A scenario, what is done in it, and what comes of that. */
interface Promised {
  readonly scenario: string
  readonly does: (sender: Sender, place: Place) => Promise<unknown>
  readonly becomes: unknown
}

/** The status that a Receiver answered with. */
export const statusOf = (answered: Promise<unknown>): Promise<number> =>
  answered.then(
    () => 200,
    (error) => {
      if (error instanceof Refused) return error.status
      throw error
    },
  )

const BOOKED = 'ce1c4ced-2a84-4198-9982-9caf894d0bb7'

export const PROMISES: readonly Promised[] = [
  {
    scenario: 'slot-free',
    does: async (sender) => (await sender.findFreeSlot()).slot['status'],
    becomes: 'free',
  },
  {
    scenario: 'booking-accepted',
    does: (sender, place) => sender.book(ANYBODY, place),
    becomes: BOOKED,
  },
  {
    scenario: 'booking-conflict-409',
    does: (sender, place) => statusOf(sender.book(TAKEN, place)),
    becomes: 409,
  },
  {
    scenario: 'booking-cancelled',
    does: (sender, place) => statusOf(sender.cancelBooking(ANYBODY, place, BOOKED)),
    becomes: 200,
  },
]

/** A request or response of an interaction, as a Pact file has it. */
interface Part {
  readonly headers: Readonly<Record<string, readonly string[]>>
  readonly body?: { readonly content: unknown }
  readonly matchingRules?: Readonly<
    Record<string, Readonly<Record<string, { readonly matchers: readonly FileMatcher[] }>>>
  >
}

interface FileMatcher {
  readonly match: string
}

/** An interaction of the Pact files of bars-contracts. */
export interface Interaction {
  readonly description: string
  readonly providerStates: readonly { readonly name: string }[]
  readonly request: Part & {
    readonly method: string
    readonly path: string
    readonly query?: Record<string, string[]>
  }
  readonly response: Part & { readonly status: number }
}

/** Has Pact's mock server play an interaction to a Sender, and keeps it in a pact once it was met. */
export const meet = (
  { does }: Promised,
  { description, providerStates: [state], request, response }: Interaction,
  place: Place,
  dir: string,
): Promise<unknown> =>
  new PactV4({ consumer: 'calder-telehealth', provider: 'bars-receiver', dir, logLevel: 'error' })
    .addInteraction()
    .given(state?.name ?? '')
    .uponReceiving(description)
    .withRequest(request.method, request.path, (builder) => {
      if (request.query) builder.query(request.query)
      if (request.body) builder.jsonBody(request.body.content)
      builder.headers(headersOf(request)).matchingRules(rulesOf(request))
    })
    .willRespondWith(response.status, (builder) => {
      if (response.body) builder.jsonBody(response.body.content)
      builder.headers(headersOf(response)).matchingRules(rulesOf(response))
    })
    .executeTest(({ url }) => does(createSender(url, ODS_CODE), place))

// pact-js wants headers and rules in another form than the one that it writes.

const headersOf = ({ headers }: Part) =>
  Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values.join(', ')]))

const rulesOf = ({ matchingRules = {} }: Part) =>
  Object.fromEntries(
    Object.entries(matchingRules).map(([part, rules]) => [
      part,
      Object.entries(rules).map(([path, { matchers }]) => ({
        path,
        rules: matchers.map(({ match, ...rest }) => ({ 'pact:matcher:type': match, ...rest })),
      })),
    ]),
  )
