import { it } from 'vitest'
import { APPOINTMENT, linkedTo } from '../../../support/conversation.ts'
import type { Edits } from '../../../support/edit-message.ts'
import { stopClock } from '../../clock.ts'
import { gist, Sender } from '../../sender.ts'

stopClock()

const OWN_ID = '3f1b0c3e-8a52-4f0e-9f57-0d3c5f1d2a10'
const OTHER_ID = '7c9e6679-7425-40de-944b-e07fc1f90ae7'
const SUPPORTING = 'ServiceRequest.supportingInfo'

const LINKED: Readonly<Record<string, Edits>> = {
  'Appointment/<id>': linkedTo(`Appointment/${APPOINTMENT}`),
  'an absolute URL': linkedTo(`https://receiver.example/FHIR/R4/Appointment/${APPOINTMENT}`),
  'an id in upper case': linkedTo(`Appointment/${APPOINTMENT.toUpperCase()}`),
  'the second of two references': linkedTo('CarePlan/1', `Appointment/${APPOINTMENT}`),
  'two Appointments of which one is held': linkedTo(
    `Appointment/${OTHER_ID}`,
    `Appointment/${APPOINTMENT}`,
  ),
  'a lone Reference in place of a list': {
    [SUPPORTING]: { reference: `Appointment/${APPOINTMENT}` },
  },
}

for (const [form, edits] of Object.entries(LINKED)) {
  it(`takes ${form} as a link to the booking`, async ({ expect }) => {
    const sender = new Sender()
    await sender.does('book')

    const response = await sender.does('refer-linked', edits)

    expect(gist(response)).toEqual([200, '111-ed-refer-linked-appointment-booked'])
    expect(await sender.record()).toMatchObject({ state: 'referral-created' })
  })
}

const MISLINKED: Readonly<Record<string, Edits>> = {
  'another Appointment': linkedTo(`Appointment/${OTHER_ID}`),
  'no supportingInfo': { [SUPPORTING]: undefined },
  'an empty supportingInfo': linkedTo(),
  'the id alone': linkedTo(APPOINTMENT),
  'a urn:uuid': linkedTo(`urn:uuid:${APPOINTMENT}`),
  'another kind of resource': linkedTo(`ServiceRequest/${APPOINTMENT}`),
  'a type that only ends in Appointment': linkedTo(`MyAppointment/${APPOINTMENT}`),
  'a version of the Appointment': linkedTo(`Appointment/${APPOINTMENT}/_history/1`),
  'an id that only begins like it': linkedTo(`Appointment/${APPOINTMENT}0`),
  'words in display': { [SUPPORTING]: [{ display: `Appointment/${APPOINTMENT}` }] },
  'an identifier': { [SUPPORTING]: [{ identifier: { value: APPOINTMENT } }] },
  'a link in another element': {
    [SUPPORTING]: undefined,
    'ServiceRequest.basedOn': [{ reference: `Appointment/${APPOINTMENT}` }],
  },
}

for (const [form, edits] of Object.entries(MISLINKED)) {
  it(`takes ${form} for no link to the booking`, async ({ expect }) => {
    const sender = new Sender()
    await sender.does('book')

    const response = await sender.does('refer-linked', edits)

    expect(gist(response)).toEqual([409, '111-ed-refer-mislinked-appointment-booked'])
    expect(await sender.record()).toMatchObject({ state: 'appointment-booked' })
  })
}

it('links to the id that the Sender gave its Appointment, and to no other', async ({ expect }) => {
  const sender = new Sender()
  await sender.does('book', { 'Appointment.id': OWN_ID })

  const other = await sender.does('refer-linked', linkedTo(`Appointment/${APPOINTMENT}`))
  const own = await sender.does('refer-linked', linkedTo(`Appointment/${OWN_ID}`))

  expect([other, own].map(gist)).toEqual([
    [409, '111-ed-refer-mislinked-appointment-booked'],
    [200, '111-ed-refer-linked-appointment-booked'],
  ])
})

it('links no more to a booking that was cancelled and made anew', async ({ expect }) => {
  const sender = new Sender()
  await sender.does('book')
  await sender.does('cancel-booking')
  await sender.does('book', { 'Appointment.id': OWN_ID })

  const response = await sender.does('refer-linked')

  expect(gist(response)).toEqual([409, '111-ed-refer-mislinked-appointment-booked'])
})
