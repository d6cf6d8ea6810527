import { it } from 'vitest'
import { asJson, list, member, text } from '../../../src/fhir/json.ts'
import { planned } from '../../support/expected/message.ts'
import { type Changes, requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

const taken = async (id: string, changes: Changes = {}) => {
  const request = requestOf(id, changes)
  const response = await createSandbox().request(toRequest(request))
  return { status: response.status, sent: asJson(request.body), answer: await response.json() }
}

const typesIn = (bundle: unknown) =>
  list(bundle, 'entry').map((entry) => text(member(entry, 'resource'), 'resourceType'))

// Applications 1, 2, 3, 5, 6 and 8: the Payloads page of each asks for it.
for (const code of ['a1t1', 'a2t1', 'a3t1', 'a5t1', 'a6t1', 'a8t1', 'referraltopharmacy']) {
  it(`plans an Encounter of its own for a new referral of ${code}`, async ({ expect }) => {
    const edits = { 'ServiceRequest.category.0.coding.1.code': code }

    const { answer } = await taken('referral-accepted', { edits })

    const entries = list(answer, 'entry')
    const patient = entries[typesIn(answer).indexOf('Patient')]
    expect(entries.at(-1)).toEqual(planned(text(patient, 'fullUrl')))
    expect(typesIn(answer).filter((type) => type === 'Encounter').length).toBe(2)
  })
}

// biome-ignore format: a table reads by column
const GAIN_NOTHING = [
  'booking-accepted', 'booking-updated', 'booking-cancelled', 'referral-updated', 'referral-cancelled',
  'validation-updated', 'validation-cancelled',
] as const

for (const id of GAIN_NOTHING) {
  it(`adds nothing to the answer of ${id}`, async ({ expect }) => {
    const { sent, answer } = await taken(id)

    expect(typesIn(answer)).toEqual(typesIn(sent))
  })
}

const RESPONSES = [
  'safeguarding-response',
  'referral-response-short-accepted',
  'validation-response-accepted',
] as const

for (const id of RESPONSES) {
  it(`answers ${id} with what was sent, and gives no ids`, async ({ expect }) => {
    const edits = { 'ServiceRequest.id': undefined, 'Patient.id': undefined }

    const { status, sent, answer } = await taken(id, { edits })

    expect(status).toBe(200)
    expect(answer).toEqual(sent)
  })
}
