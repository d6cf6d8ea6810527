import { it } from 'vitest'
import { edited } from '../../../support/edit-message.ts'
import { exampleOf, judged } from '../../../support/judged.ts'

const conflict = 'booking-conflict-409'

it('takes every time that R4 allows', ({ expect }) => {
  const edits = [
    { 'Appointment.start': '2035-01-15T09:00:00.1234567+00:00' },
    { 'Appointment.start': '2035-01-15T14:45:00+05:30', 'Appointment.end': '2035-01-15T09:15:00Z' },
    { 'Appointment.start': '2035-01-15T10:14:59-00:00' },
    { 'Bundle.timestamp': '2036-02-29T23:59:60Z' },
    { 'Appointment.created': '2035-01' },
    { 'Patient.birthDate': '1980' },
  ]

  const reports = edits.map((each) => {
    const request = exampleOf(conflict)
    return judged(conflict, { ...request, body: edited(request.body, each) })
  })

  expect(reports.map(({ violations }) => violations)).toEqual(edits.map(() => []))
})
