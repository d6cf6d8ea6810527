import { env, exports } from 'cloudflare:workers'
import { type Event, messageBy, requestBy, type State, WAYS } from '../support/conversation.ts'
import type { Edits } from '../support/edit-message.ts'
import type { Changes } from '../support/request-of.ts'
import { type TestRequest, toRequest } from '../support/sandbox.ts'

/** Where tests reach the Worker. */
export const ORIGIN = 'https://sandbox.test'

/** An organisation that talks to the Worker, in a space of its own unless told otherwise. */
export class Sender {
  readonly space: string
  readonly odsCode: string
  readonly #root: string

  constructor({ space = crypto.randomUUID(), odsCode = 'A1001' } = {}) {
    this.space = space
    this.odsCode = odsCode
    this.#root = `${ORIGIN}/s/${space}`
  }

  send(request: TestRequest): Promise<Response> {
    return exports.default.fetch(toRequest(request, `${this.#root}/booking-and-referral/FHIR/R4`))
  }

  /** Sends a message of the stateful patient. */
  does(event: Event, edits?: Edits): Promise<Response> {
    return this.send(messageBy(this.odsCode, event, edits))
  }

  /** Sends the request of any row of the table. */
  asks(row: string, changes?: Changes): Promise<Response> {
    return this.send(requestBy(this.odsCode, row, changes))
  }

  /** Goes from the initial state into another. */
  async reach(state: State): Promise<void> {
    for (const event of WAYS[state]) await this.does(event)
  }

  read(type: 'Appointment' | 'ServiceRequest', id: string, changes: Changes = {}) {
    return this.asks('booking-get', { path: `/${type}/${id}`, ...changes })
  }

  /** Asks the control plane about this organisation. */
  control(method: string, path = '', body?: string): Promise<Response> {
    const url = `${this.#root}/_sandbox/organisations/${this.odsCode}${path}`
    return exports.default.fetch(url, { method, ...(body !== undefined && { body }) })
  }

  /** Its state object. */
  async record(): Promise<unknown> {
    return (await this.control('GET')).json()
  }

  /** The Durable Object behind it. */
  object() {
    return env.ORGANISATION.getByName(`${this.space}/${this.odsCode}`)
  }
}

/** What answered: the status, and the scenario that the answer names. */
export const gist = ({ status, headers }: Response) => [status, headers.get('Sandbox-Scenario')]
