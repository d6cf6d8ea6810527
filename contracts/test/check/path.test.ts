import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import { expectFault, type Fault, inPath } from './fault.ts'

const free = 'slot-free'
const withoutParameter = (pattern: RegExp) => (path: string) => path.replace(pattern, '')

const FAULTS: readonly Fault[] = [
  inPath('a path in the wrong case', free, (path) => path.replace('/Slot', '/slots'), {
    rule: 'http/path',
    where: 'path',
    expected: 'GET /Slot',
    received: 'a path of another kind',
    mend: 'it is /Slot',
  }),
  inPath('a path in capitals', free, (path) => path.replace('/Slot', '/SLOT'), {
    rule: 'http/path',
    where: 'path',
    expected: 'GET /Slot',
    received: '/SLOT',
    mend: 'paths are case-sensitive; it is /Slot',
  }),
  ...(
    [
      [
        '/$process-message/',
        'it is /$process-message: one slash between its parts, and none at the end',
      ],
      [
        '//$process-message',
        'it is /$process-message: one slash between its parts, and none at the end',
      ],
      ['/process-message', "it is /$process-message: the '$' is part of it"],
      [
        '/-message',
        "a shell took $process for a variable: put the URL in single quotes, or write '\\$'",
      ],
      [
        '/booking-and-referral/FHIR/R5/$process-message',
        'the FHIR base is /booking-and-referral/FHIR/R4, letter for letter',
      ],
    ] as const
  ).map(([path, mend]) =>
    inPath(`the path ${path}`, 'booking-conflict-409', () => path, {
      rule: 'http/path',
      where: 'path',
      expected: 'POST /$process-message',
      received: path,
      mend,
    }),
  ),
  inPath('an id that is no UUID', 'booking-get', () => '/Appointment/1234', {
    rule: 'http/path.id',
    where: 'path » id',
    expected: 'a UUID',
    received: "'1234'",
  }),
  inPath(
    'the id of another scenario',
    'booking-get',
    () => '/Appointment/0d440c22-7f25-4c6c-905d-2213d197d02a',
    {
      rule: 'scenario/sentinel',
      where: 'path » id',
      expected: 'ce1c4ced-2a84-4198-9982-9caf894d0bb7',
      received: '0d440c22-7f25-4c6c-905d-2213d197d02a',
      mend: 'sentinel that selects this scenario; this one selects booking-get-not-implemented-501',
    },
  ),
  inPath('a missing context', 'message-definition-not-found-404', withoutParameter(/\?.*/), {
    rule: 'query/MessageDefinition.context',
    where: 'query parameter context',
    expected: 'https://fhir.nhs.uk/Id/dos-service-id|<service id>',
    received: 'absent',
  }),
  inPath(
    'the context of another scenario',
    'message-definition-not-found-404',
    (path) => path.replace('FAIL0404', 'FAIL0401'),
    {
      rule: 'scenario/sentinel',
      where: 'query parameter context',
      expected: 'FAIL0404',
      received: 'FAIL0401',
      mend: 'sentinel that selects this scenario; this one selects message-definition-unauthorised-401',
    },
  ),
  inPath(
    'an escape that does not decode',
    'capability-any-service',
    (path) => `${path}?_format=%E0%A4%A`,
    {
      rule: 'query/decodes',
      where: 'query',
      expected: 'UTF-8 with percent-encoding',
      received: 'an escape that does not decode',
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}

it('finds another method', ({ expect }) => {
  expectFault(expect, {
    title: '',
    id: free,
    request: { ...buildRequest(free), method: 'POST' },
    violation: { rule: 'http/method', where: 'method', expected: 'GET', received: 'POST' },
  })
})

it('reads a path with or without the base, and whole URLs', ({ expect }) => {
  const request = buildRequest(free)
  const bases = [
    '',
    '/booking-and-referral/FHIR/R4',
    '/s/my-space/booking-and-referral/FHIR/R4',
    'https://sandbox.test/booking-and-referral/FHIR/R4',
  ]

  const reports = bases.map((base) => checkRequest(free, { ...request, path: base + request.path }))

  expect(reports.map(({ text }) => text)).toEqual(
    bases.map(() => "no contract violation in scenario 'slot-free': GET /Slot"),
  )
})
