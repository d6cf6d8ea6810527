import { it } from 'vitest'
import { asJson } from '../../../src/fhir/json.ts'
import { pathsIn, without } from '../../../test/support/deletions.ts'
import { edited } from '../../../test/support/edit-message.ts'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'

const booking = buildRequest('booking-conflict-409')

/** A message about a patient who is nobody's sentinel. */
const PRIVATE = edited(booking.body, {
  'Patient.identifier.0.value': '9990000026',
  'Patient.name.0.family': 'Featherstonehaugh',
  'Patient.name.0.given.0': 'Wilhelmina',
  'Patient.birthDate': '1931-07-09',
  'Patient.address.0.postalCode': 'ZE2 9QF',
  'Patient.contact.0.telecom.0.value': '07700 900123',
})

const SECRETS = /9990000026|999 000 0026|Featherstonehaugh|Wilhelmina|1931-07-09|ZE2|07700/

const givesAway = (body: unknown): boolean => {
  const { violations, warnings, text } = checkRequest('booking-conflict-409', { ...booking, body })
  return SECRETS.test(JSON.stringify({ violations, warnings, text }))
}

it('repeats nothing of the patient, whatever is taken out of the message', ({ expect }) => {
  const bodies = pathsIn(asJson(PRIVATE)).map((path) => without(PRIVATE, path))

  expect(bodies.filter(givesAway)).toEqual([])
})

it('repeats nothing of the patient that is put where it does not belong', ({ expect }) => {
  const patient = '9990000026'
  const edits = [
    { 'MessageHeader.sender.reference': `Patient/${patient}` },
    { 'MessageHeader.definition': patient },
    { 'Appointment.status': '999 000 0026' },
    { 'Bundle.entry.0.fullUrl': `https://sender.example/${patient}` },
    { 'Patient.identifier.0.value': '999 000 0026' },
    { 'Bundle.id': 'Wilhelmina Featherstonehaugh' },
    { 'Bundle.timestamp': '1931-07-09' },
    { 'Appointment.slot.0.reference': 'Wilhelmina Featherstonehaugh 07700' },
  ]

  const bodies = edits.map((each) => edited(PRIVATE, each))

  expect(bodies.filter(givesAway)).toEqual([])
})

it('repeats nothing of the patient from a path or a header', ({ expect }) => {
  const { text } = checkRequest('booking-get', {
    ...buildRequest('booking-get'),
    path: '/Appointment/9990000026?patient:identifier=9990000026&family=Featherstonehaugh',
    headers: { ...booking.headers, 'X-Request-Id': '9990000026', 'use-context': '9990000026' },
  })

  expect(text).not.toMatch(SECRETS)
})

it('hides the NHS number that is sent instead of the sentinel, unless it is one', ({ expect }) => {
  const { violations } = checkRequest('booking-conflict-409', { ...booking, body: PRIVATE })

  expect(violations).toEqual([
    {
      where: 'Bundle.entry[2].resource.identifier(nhs-number)',
      pointer: '/entry/2/resource/identifier',
      expected: '9933902830 or 9658499023',
      received: '**********',
      mend: 'sentinel that selects this scenario; this one selects booking-accepted',
      rule: 'scenario/sentinel',
      severity: 'error',
      source: 'the scenario',
    },
  ])
})
