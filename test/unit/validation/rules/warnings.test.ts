import { it } from 'vitest'
import { writeHeaderJson } from '../../../../src/bars/headers.ts'
import { exampleRequest } from '../../../../src/examples/request.ts'
import { scenarioOf } from '../../../../src/receiver/catalogue.ts'
import { type Edits, edited } from '../../../support/edit-message.ts'
import { exampleOf, judged } from '../../../support/judged.ts'
import type { TestRequest } from '../../../support/sandbox.ts'

/** What a Receiver may accept, and where it is told of; the title goes on from "only warns of". */
type Row = readonly [title: string, request: TestRequest, where: string]

const message = (id: string, edits: Edits): TestRequest => {
  const request = exampleOf(id)
  return { ...request, body: edited(request.body, edits) }
}

const header = (name: string, value: unknown): TestRequest =>
  exampleOf('booking-conflict-409', { headers: { [name]: writeHeaderJson(value) } })

const definitions = exampleOf('message-definition-any-service')

const ROWS: readonly Row[] = [
  [
    'an organisation without a name',
    header('NHSD-End-User-Organisation', {
      resourceType: 'Organization',
      identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'A1001' }],
    }),
    'header NHSD-End-User-Organisation » name',
  ],
  [
    'software without a version',
    header('NHSD-Requesting-Software', {
      resourceType: 'Device',
      identifier: { system: 'https://sender.example/Id/software', value: '1' },
      deviceName: { name: 'Sender', type: 'manufacturer-name' },
    }),
    'header NHSD-Requesting-Software » version',
  ],
  [
    'a system in another spelling, in a message',
    message('booking-conflict-409', {
      'Organization.identifier.0.system': 'https://fhir.nhs.uk/id/ods-organization-code',
    }),
    'Bundle.entry[3].resource.identifier[0].system',
  ],
  [
    'a context without its system',
    { ...definitions, path: '/MessageDefinition?context=2000159910' },
    'query parameter context',
  ],
  [
    'a use case in capitals',
    message('booking-conflict-409', { 'Appointment.serviceCategory.0.coding.0.code': 'A1T1' }),
    'Bundle.entry[1].resource.serviceCategory(use case)',
  ],
  [
    'a use case in capitals, in the header that repeats it',
    exampleOf('booking-conflict-409', {
      headers: { 'use-context': 'A1T1|booked|booking-request|new' },
    }),
    'header use-context',
  ],
  [
    'two official names',
    message('booking-conflict-409', {
      'Patient.name.-': { use: 'official', family: 'Other', given: ['Alex'] },
    }),
    'Bundle.entry[2].resource.name',
  ],
  [
    'a patient without a name',
    message('booking-conflict-409', { 'Patient.name': undefined }),
    'Bundle.entry[2].resource.name',
  ],
  [
    'a validation that is cancelled without saying for when it was',
    message('validation-cancelled', { 'ServiceRequest.occurrencePeriod': undefined }),
    'Bundle.entry[1].resource.occurrencePeriod',
  ],
  [
    'a cancel that tells nothing of how to reach the patient',
    message('booking-cancelled', { 'Patient.contact': undefined }),
    'Bundle.entry[2].resource.contact',
  ],
  [
    'a change of what has no id',
    message('booking-cancelled', { 'Appointment.id': undefined }),
    'Bundle.entry[1].resource.id',
  ],
  [
    'an NHS number without its status',
    message('booking-conflict-409', { 'Patient.identifier.0.extension': undefined }),
    'Bundle.entry[2].resource.identifier[0].extension(NHSNumberVerificationStatus)',
  ],
]

for (const [title, request, where] of ROWS) {
  it(`only warns of ${title}`, ({ expect }) => {
    const { violations, warnings } = judged(undefined, request)

    expect(violations).toEqual([])
    expect(warnings.map((each) => each.where)).toEqual([where])
  })
}

it('only warns of an interim response that does not say who asked', ({ expect }) => {
  const row = scenarioOf('validation-response-interim')
  if (row === undefined) throw new Error('no scenario has an interim response')
  const request = exampleRequest(row, { occasion: 'validation-response-interim' })
  const body = edited(request.body, { 'ServiceRequest.requester': undefined })

  const { violations, warnings } = judged(undefined, { ...request, body })

  expect(violations).toEqual([])
  expect(warnings.map(({ where }) => where)).toEqual(['Bundle.entry[1].resource.requester'])
})
