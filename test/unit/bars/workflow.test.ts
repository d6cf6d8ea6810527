import { it } from 'vitest'
import type { UseCase } from '../../../src/bars/code-systems.ts'
import { cleanRequest, findingsIn } from '../../support/clean-message.ts'
import { edited } from '../../support/edit-message.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

const BARS = 'https://fhir.nhs.uk/MessageDefinition/bars-message-servicerequest'

/** A response to a referral by its use case and what it says its definition is, and what answers it. */
type Row = readonly [useCase: UseCase, definition: string | undefined, scenario: string]

const SHORT = 'referral-response-short-accepted'

const ROWS: readonly Row[] = [
  ['a6t1', undefined, SHORT],
  ['a6t2', `${BARS}-request-response-short`, SHORT],
  ['a6t3', 'https://example.org/MessageDefinition/1', SHORT],
  ['a6t3', `${BARS}-response-referral`, 'safeguarding-response'],
  ['a1t1', undefined, 'safeguarding-response'],
  ['a1t1', `${BARS}-response-referral-short`, SHORT],
]

for (const [useCase, definition, scenario] of ROWS) {
  it(`takes a response of ${useCase} with definition ${definition} for ${scenario}`, async ({
    expect,
  }) => {
    const request = cleanRequest(useCase, 'referral-response-short')
    const body = edited(request.body, { 'MessageHeader.definition': definition })

    const answer = await createSandbox().request(toRequest({ ...request, body }))

    expect([answer.status, answer.headers.get('Sandbox-Scenario')]).toEqual([200, scenario])
  })
}

it('tells a response of Application 6 no more than the definition that it should have', ({
  expect,
}) => {
  const request = cleanRequest('a6t1', 'referral-response-short')
  const misspelt = edited(request.body, {
    'MessageHeader.definition': `${BARS}-request-response-short`,
  })

  const found = findingsIn(request, misspelt).map(({ rule, expected }) => [rule, expected])

  expect(found).toEqual([['message/workflow', `${BARS}-response-referral-short`]])
})
