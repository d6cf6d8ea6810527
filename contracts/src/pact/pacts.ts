import { HEADERS } from '../../../src/bars/headers.ts'
import type { Occasion } from '../../../src/bars/occasions.ts'
import { REQUEST_BUNDLE_ID } from '../../../src/examples/example.ts'
import { exampleRequest } from '../../../src/examples/request.ts'
import { asJson } from '../../../src/fhir/json.ts'
import { CELLS } from '../../../src/receiver/111-ed/cells.ts'
import { HELD_READS, HELD_SEARCHES } from '../../../src/receiver/111-ed/held-reads.ts'
import {
  type CatalogueRow,
  providerState,
  scenarioOf,
  scenarioState,
} from '../../../src/receiver/catalogue.ts'
import { SCENARIOS } from '../../../src/scenarios/index.ts'
import { needsNoNumber } from './message-pin.ts'
import {
  fhirBody,
  type Generator,
  headerLists,
  type Interaction,
  type Pact,
  type PactRequest,
  type PactResponse,
  pact,
} from './pact-file.ts'
import { pactRequest, shownRequest } from './request.ts'
import { pactResponse } from './response.ts'

const SENDER = 'bars-sender'
export const RECEIVER = 'bars-receiver'

// A Patient without any identifier fits every sentinel's interaction too, and the first that fits
// answers: those that ask for no number come first.
const PROMISED_ROWS: readonly CatalogueRow[] = [
  ...SCENARIOS.filter(({ sentinel }) => needsNoNumber(sentinel)),
  ...SCENARIOS.filter(({ sentinel }) => !needsNoNumber(sentinel)),
  ...CELLS,
  ...HELD_READS,
  ...HELD_SEARCHES,
]

const promised = async (row: CatalogueRow): Promise<Interaction> =>
  interactionOf(row, pactRequest(row), await pactResponse(row, shownRequest(row)))

/** What a Receiver promises its Senders. */
export const receiverPact = async (): Promise<Pact> =>
  pact(SENDER, RECEIVER, await Promise.all(PROMISED_ROWS.map(promised)))

/** The interaction of a row: what a Receiver must be like, is asked, and answers. */
export const interactionOf = (
  { id, title, given }: CatalogueRow,
  request: PactRequest,
  response: PactResponse,
): Interaction => ({
  type: 'Synchronous/HTTP',
  key: id,
  description: `${id}: ${title}`,
  providerStates: [{ name: given === undefined ? scenarioState(id) : providerState(given) }],
  request,
  response,
})

const SANDBOX = 'bars-sandbox'

/** The name of the provider: here it is the Sender. */
export const CALLBACK_ENDPOINT = 'bars-sender-callback'

interface Callback {
  readonly key: string
  readonly description: string
  readonly scenario: string
  readonly occasion: Occasion
  /** What the Sender has sent before, so that the response finds its request. */
  readonly given: string
}

const CALLBACKS: readonly Callback[] = [
  {
    key: 'validation-interim',
    description: 'an interim response to a validation request',
    scenario: 'validation-response-interim',
    occasion: 'validation-response-interim',
    given: 'a validation request was sent',
  },
  {
    key: 'validation-full',
    description: 'a full response to a validation request',
    scenario: 'validation-response-full',
    occasion: 'validation-response-full',
    given: 'a validation request was sent',
  },
  {
    key: 'safeguarding-did-not-attend',
    description:
      'a response to a referral: the patient did not attend, with a safeguarding concern',
    scenario: 'safeguarding-response',
    occasion: 'referral-response',
    given: 'a referral was sent',
  },
]

const FRESH_UUID: Generator = { type: 'Uuid', format: 'lower-case-hyphenated' }
const FRESH_TIME: Generator = { type: 'DateTime', format: "yyyy-MM-dd'T'HH:mm:ssXXX" }

// Each run sends these anew; nothing in the message refers to them.
const GENERATORS = {
  header: { [HEADERS.requestId]: FRESH_UUID, [HEADERS.correlationId]: FRESH_UUID },
  body: { '$.id': FRESH_UUID, '$.meta.lastUpdated': FRESH_TIME, '$.timestamp': FRESH_TIME },
}

const callbackOf = ({ key, description, scenario, occasion, given }: Callback): Interaction => {
  const row = scenarioOf(scenario)
  if (row === undefined) throw new Error(`there is no scenario ${scenario}`)
  const { method, path, headers, body } = exampleRequest(row, { occasion })
  const [nhsNumber = ''] = row.sentinel.values
  return {
    type: 'Synchronous/HTTP',
    key,
    description,
    providerStates: [{ name: given, params: { bundleId: REQUEST_BUNDLE_ID, nhsNumber } }],
    request: {
      method,
      path,
      headers: headerLists(headers),
      body: fhirBody(asJson(body)),
      generators: GENERATORS,
    },
    response: { status: 200 },
  }
}

/** The asynchronous responses that a Sender must accept: here the sandbox is the consumer. */
export const callbacksPact = (): Pact => pact(SANDBOX, CALLBACK_ENDPOINT, CALLBACKS.map(callbackOf))
