import { it } from 'vitest'
import { answerOf, type BadInput, mended, refused, sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

const BOOKING = 'ce1c4ced-2a84-4198-9982-9caf894d0bb7'
const REFERRAL = '79120f41-a431-4f08-bcc5-1e67006fcae0'

const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number'
const IDENTIFIER = `patient:identifier=${NHS_NUMBER}|`
const [NAME, BIRTH, POSTCODE] = [
  'patient:name=Example',
  'patient:birthdate=1980-02-29',
  'patient:address-postalcode=LS1 4AP',
]

const search = (type: 'Appointment' | 'ServiceRequest', ...parameters: readonly string[]) =>
  requestOf('booking-get', { path: `/${type}?${parameters.join('&')}` })

const MISSING = { status: 400, code: 'REC_BAD_REQUEST', issue: 'required' } as const
const WRONG = { status: 400, code: 'REC_BAD_REQUEST', issue: 'value' } as const

const says = (name: string, received: string, expected: string, mend?: string) =>
  `parameter ${name}: received ${received}; expected ${expected}${mended(mend)}`

const TOGETHER = 'patient:name, patient:birthdate and patient:address-postalcode together'
const ANY = `${NHS_NUMBER}|<NHS number>, or else ${TOGETHER}, or _id`

const noPatient = (received: string, mend?: string) => ({
  ...MISSING,
  diagnostics: says('patient:identifier', received, ANY, mend),
})
const wrongNumber = (received: string) => ({
  ...WRONG,
  diagnostics: says('patient:identifier', received, `${NHS_NUMBER}|<ten digits>`),
})
const incomplete = (name: string, received = 'nothing', mend?: string) => ({
  ...MISSING,
  diagnostics: says(name, received, TOGETHER, mend),
})
const NO_DATE = { ...WRONG, diagnostics: says('patient:birthdate', 'no date', 'YYYY-MM-DD') }
const noId = (received: string, expected = 'a UUID') => ({
  ...WRONG,
  diagnostics: says('_id', received, expected),
})

// biome-ignore format: a table reads by column
const ROWS: readonly BadInput[] = [
  { title: 'nothing is searched by', request: search('Appointment'), ...noPatient('nothing') },
  { title: 'nothing but a date is searched by', request: search('ServiceRequest', 'date=2030-01-15'), ...noPatient('nothing') },
  { title: 'the patient is empty', request: search('Appointment', 'patient:identifier='), ...noPatient('nothing') },
  { title: 'the patient is the subject', request: search('ServiceRequest', `subject:identifier=${NHS_NUMBER}|9054613556`), ...noPatient('a parameter subject:identifier', 'spell it patient:identifier') },
  { title: 'the patient is in a parameter with a dot', request: search('Appointment', `patient.identifier=${NHS_NUMBER}|9054613556`), ...noPatient('a parameter patient.identifier', 'spell it patient:identifier') },
  { title: 'the parameter has a control character in its name', request: search('Appointment', `patient%00identifier=${NHS_NUMBER}|9054613556`), ...noPatient('nothing') },
  { title: 'the NHS number is short', request: search('Appointment', `${IDENTIFIER}905461355`), ...wrongNumber('a value that is not of ten digits') },
  { title: 'the NHS number is a name', request: search('Appointment', `${IDENTIFIER}Klemperer`), ...wrongNumber('a value that is not of ten digits') },
  { title: 'there is a system and no NHS number', request: search('Appointment', IDENTIFIER), ...wrongNumber('a value that is not of ten digits') },
  { title: 'the NHS number is of another system', request: search('Appointment', 'patient:identifier=https://fhir.nhs.uk/Id/ods-organization-code|9054613556'), ...wrongNumber("a value of system 'https://fhir.nhs.uk/Id/ods-organization-code'") },
  { title: 'there are two NHS numbers', request: search('Appointment', `${IDENTIFIER}9054613556`, `${IDENTIFIER}9658499007`), ...wrongNumber('two different numbers') },
  { title: 'there are two NHS numbers in a list', request: search('Appointment', `${IDENTIFIER}9054613556,${NHS_NUMBER}|9658499007`), ...wrongNumber('two different numbers') },
  { title: 'there is a name alone', request: search('Appointment', NAME), ...incomplete('patient:birthdate') },
  { title: 'there is no name', request: search('ServiceRequest', BIRTH, POSTCODE), ...incomplete('patient:name') },
  { title: 'there is no postcode, but one spelt otherwise', request: search('Appointment', NAME, BIRTH, 'patient:address-postal-code=LS1 4AP'), ...incomplete('patient:address-postalcode', 'a parameter patient:address-postal-code', 'spell it patient:address-postalcode') },
  { title: 'the birth date is none', request: search('Appointment', NAME, 'patient:birthdate=1980-02-30', POSTCODE), ...NO_DATE },
  { title: 'the birth date has its parts in an unknown order', request: search('Appointment', NAME, 'patient:birthdate=29-02-1980', POSTCODE), ...NO_DATE },
  { title: 'the id is no UUID', request: search('Appointment', '_id=1'), ...noId('1 character that is no UUID') },
  { title: 'the id is no UUID, and the patient right', request: search('Appointment', '_id=1', `${IDENTIFIER}9054613556`), ...noId('1 character that is no UUID') },
  { title: 'there are two ids', request: search('Appointment', `_id=${BOOKING},${REFERRAL}`), ...noId('two different ids', 'one UUID') },
  { title: 'the id in the path was left out', request: requestOf('booking-get', { path: '/Appointment/' }), ...MISSING, diagnostics: 'the id of the Appointment: received nothing; expected a UUID after /Appointment/ (/Appointment without the slash searches by patient).' },
  { title: 'the id in the path of a ServiceRequest was left out', request: requestOf('referral-get', { path: '/ServiceRequest/' }), ...MISSING, diagnostics: 'the id of the ServiceRequest: received nothing; expected a UUID after /ServiceRequest/ (/ServiceRequest without the slash searches by patient).' },
]

for (const row of ROWS) {
  it(`answers ${row.status} ${row.issue} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

const ask = async (request: ReturnType<typeof search>) => {
  const response = await createSandbox().request(toRequest(request))
  const { total, entry = [], link } = JSON.parse(await response.text())
  const ids = entry.map(({ resource }: { resource: { id: string } }) => resource.id)
  return {
    status: response.status,
    scenario: response.headers.get('Sandbox-Scenario'),
    total,
    ids,
    self: link?.[0].url,
  }
}

const FOUND = { scenario: 'booking-accepted-search', ids: [BOOKING] }
const NONE = { scenario: 'appointment-search-none', ids: [] }

// biome-ignore format: a table reads by column
const SEARCHES = [
  { title: 'a number without its system',               request: search('Appointment', 'patient:identifier=9054613556'), ...FOUND },
  { title: 'a number parted by spaces',                 request: search('Appointment', `${IDENTIFIER}905 461 3556`), ...FOUND },
  { title: 'a number under its system in http',         request: search('Appointment', 'patient:identifier=http://fhir.nhs.uk/Id/nhs-number|9054613556'), ...FOUND },
  { title: 'one number twice',                          request: search('Appointment', `${IDENTIFIER}9054613556`, `${IDENTIFIER}9054613556`), ...FOUND },
  { title: 'a number and its id',                       request: search('Appointment', `${IDENTIFIER}9054613556`, `_id=${BOOKING.toUpperCase()}`), ...FOUND },
  { title: 'a number and the id of something else',     request: search('Appointment', `${IDENTIFIER}9054613556`, `_id=${REFERRAL}`), ...NONE },
  { title: 'a number and a name of somebody else',      request: search('Appointment', `${IDENTIFIER}9054613556`, 'patient:name=Klemperer'), ...FOUND },
  { title: 'a number that nobody has',                  request: search('Appointment', `${IDENTIFIER}9434765919`), ...NONE },
  { title: 'the stateful patient, of no organisation',  request: requestOf('booking-get', { path: `/Appointment?${IDENTIFIER}9707606312`, headers: { 'NHSD-End-User-Organisation': undefined } }), ...NONE },
  { title: 'the patient of the examples',               request: search('Appointment', NAME, BIRTH, POSTCODE), ...FOUND },
  { title: 'the same, written otherwise',               request: search('Appointment', 'patient:name=EXAMPLE, alex', 'patient:birthdate=eq29/02/1980', 'patient:address-postalcode=ls14ap'), ...FOUND },
  { title: 'the same, and an id of something else',     request: search('Appointment', NAME, BIRTH, POSTCODE, `_id=${REFERRAL}`), ...NONE },
  { title: 'another name',                              request: search('Appointment', 'patient:name=Klemperer', BIRTH, POSTCODE), ...NONE },
  { title: 'another birth date',                        request: search('Appointment', NAME, 'patient:birthdate=1951-02-03', POSTCODE), ...NONE },
  { title: 'another postcode',                          request: search('Appointment', NAME, BIRTH, 'patient:address-postalcode=LS1 4AQ'), ...NONE },
  { title: 'an id alone',                               request: search('Appointment', `_id=${BOOKING}`), scenario: 'booking-get', ids: [BOOKING] },
  { title: 'an id that nothing has',                    request: search('Appointment', '_id=11111111-1111-4111-8111-111111111111'), ...NONE },
  { title: 'the id of a referral',                      request: search('ServiceRequest', `_id=${REFERRAL}`), scenario: 'referral-get', ids: [REFERRAL] },
  { title: 'the id of a referral among bookings',       request: search('Appointment', `_id=${REFERRAL}`), ...NONE },
  { title: 'referrals of a patient who has one',        request: search('ServiceRequest', `${IDENTIFIER}9658499058`), scenario: 'referral-accepted-search', ids: [REFERRAL] },
  { title: 'bookings of a patient who is only referred', request: search('Appointment', `${IDENTIFIER}9658499058`), ...NONE },
]

for (const { title, request, scenario, ids } of SEARCHES) {
  it(`finds ${ids.length} by ${title}`, async ({ expect }) => {
    const answer = await ask(request)

    expect(answer).toMatchObject({ status: 200, scenario, total: ids.length, ids })
  })
}

it('answers a search by an id as the read of that id is refused', async ({ expect }) => {
  const answer = await ask(search('ServiceRequest', '_id=4d65ddaa-4d09-41cd-87c9-aeb9c0c96352'))

  expect(answer).toMatchObject({ status: 503, scenario: 'referral-get-unavailable-503' })
})

it('links to the search as it was understood', async ({ expect }) => {
  const { self } = await ask(search('Appointment', 'date=2030-01-15', `_id=${BOOKING}`))

  expect(new URL(self).search).toBe(`?_id=${BOOKING}`)
})
