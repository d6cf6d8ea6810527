import { HEADERS } from '../../../src/bars/headers.ts'
import { REQUEST_BUNDLE_ID } from '../../../src/examples/ids.ts'
import { exampleRequest } from '../../../src/examples/request.ts'
import { scenarioOf } from '../../../src/receiver/catalogue.ts'
import type { Occasion } from '../../../src/scenarios/scenario.ts'
import {
  fhirBody,
  type Generator,
  headerLists,
  type Interaction,
  type Pact,
  pact,
} from './interaction.ts'
import { asJson } from './json.ts'

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
const NOW: Generator = { type: 'DateTime', format: "yyyy-MM-dd'T'HH:mm:ssXXX" }

// Each run sends these anew; nothing in the message refers to them.
const FRESH = {
  header: { [HEADERS.requestId]: FRESH_UUID, [HEADERS.correlationId]: FRESH_UUID },
  body: { '$.id': FRESH_UUID, '$.meta.lastUpdated': NOW, '$.timestamp': NOW },
}

const interaction = ({ key, description, scenario, occasion, given }: Callback): Interaction => {
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
      generators: FRESH,
    },
    response: { status: 200 },
  }
}

/** The asynchronous responses that a Sender must accept: here the sandbox is the consumer. */
export const callbacksPact = (): Pact =>
  pact(SANDBOX, CALLBACK_ENDPOINT, CALLBACKS.map(interaction))
