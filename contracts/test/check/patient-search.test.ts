import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import { expectFault, type Fault, inPath } from './fault.ts'

const id = 'booking-accepted-search'
const NUMBER = 'query parameter patient:identifier'
const searches = (query: string) => (path: string) => path.replace(/\?.*$/, query)

const FAULTS: readonly Fault[] = [
  inPath('a search for a number of nine digits', id, searches('?patient:identifier=905461355'), {
    rule: 'query/patient',
    where: NUMBER,
    expected: 'https://fhir.nhs.uk/Id/nhs-number|<ten digits>',
    received: 'a value that is not of ten digits',
  }),
  inPath(
    'a search for the number of another scenario',
    id,
    searches('?patient:identifier=https://fhir.nhs.uk/Id/nhs-number|9010223337'),
    {
      rule: 'scenario/sentinel',
      where: NUMBER,
      expected: '9054613556 or 9658499007',
      received: '9010223337',
      mend: 'sentinel that selects this scenario; this one selects booking-then-get-501-search',
    },
  ),
  inPath('a parameter that comes near', id, (path) => `${path}&patient:birthDay=1980-02-29`, {
    rule: 'query/known-parameters',
    where: 'query parameter patient:birthDay',
    expected:
      'one of _id, patient:identifier, patient:name, patient:birthdate, patient:address-postalcode, _format',
    received: 'a parameter that the endpoint does not have',
    mend: 'did you mean patient:birthdate?',
  }),
  inPath('a read without its id', 'booking-get', () => '/Appointment/', {
    rule: 'http/path.id',
    where: 'path » id',
    expected: 'a UUID',
    received: 'absent',
  }),
]

for (const fault of FAULTS) {
  it(`finds ${fault.title}`, ({ expect }) => {
    expectFault(expect, fault)
  })
}

it('warns of a number without its system', ({ expect }) => {
  const path = '/Appointment?patient:identifier=9054613556'

  const { violations, warnings } = checkRequest(id, { ...buildRequest(id), path })

  expect(violations).toEqual([])
  expect(warnings).toMatchObject([
    { rule: 'query/patient.identifier.system', received: 'a value without its system' },
  ])
})

for (const row of ['111-ed-search-booking', 'appointment-search-none'] as const) {
  it(`takes a search for the stateful patient for ${row}, as the state decides`, ({ expect }) => {
    const request = buildRequest('111-ed-search-booking')

    expect(checkRequest(row, request).violations).toEqual([])
  })
}
