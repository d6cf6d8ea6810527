import { it } from 'vitest'
import {
  answerOf,
  type BadInput,
  type GoodInput,
  mended,
  refused,
  SERVICES,
  sent,
} from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const SERVICE = 'https://fhir.nhs.uk/Id/dos-service-id'
const OLDER_SERVICE = 'https://fhir.nhs.uk/CodeSystem/dos-id'
const USE_CASE = 'https://fhir.nhs.uk/CodeSystem/usecases-categories-bars'

const MISSING = { status: 400, code: 'REC_BAD_REQUEST', issue: 'required' } as const
const UNREADABLE = { status: 400, code: 'REC_BAD_REQUEST', issue: 'value' } as const
const UNKNOWN = { status: 404, code: 'REC_NOT_FOUND', issue: 'not-found' } as const

const search = (query: string) =>
  requestOf('message-definition-any-service', { path: `/MessageDefinition${query}` })

const says = (received: string, mend?: string): string =>
  `parameter context: received ${received}; expected ${SERVICE}|<service id>${mended(mend)}`

const notDigits = (received: string): string =>
  `parameter context: received ${received}; expected the id of a service, in digits.`

const NOBODY = `parameter context: received '(10 digits)'; expected one of ${SERVICES}.`

const TWO = `parameter context: received two different services; expected one ${SERVICE}|<service id>.`

const UNDECODED =
  'the query: received an escape that does not decode; expected UTF-8 with percent-encoding.'

// biome-ignore format: a table reads by column
const ROWS: readonly BadInput[] = [
  { title: 'there is no query', request: search(''), ...MISSING, diagnostics: says('nothing') },
  { title: 'the query is empty', request: search('?'), ...MISSING, diagnostics: says('nothing') },
  { title: 'context is missing', request: search('?_count=10'), ...MISSING, diagnostics: says('nothing') },
  { title: 'context is empty', request: search('?context='), ...MISSING, diagnostics: says('nothing') },
  { title: 'context has no value at all', request: search('?context'), ...MISSING, diagnostics: says('nothing') },
  { title: 'context is blank', request: search('?context=%20%20'), ...MISSING, diagnostics: says('nothing') },
  { title: 'context is spelt with a capital', request: search(`?Context=${SERVICE}|2000072489`), ...MISSING, diagnostics: says('a parameter Context', 'spell it context') },
  { title: 'context has another system', request: search('?context=https://a.test|2000072489'), ...MISSING, diagnostics: says("'https://a.(4 letters)|2000072489'") },
  { title: 'context is a use case alone', request: search(`?context=${USE_CASE}|a1t1`), ...MISSING, diagnostics: says(`'${USE_CASE}|a1t1'`) },
  { title: 'context is a bare use case', request: search('?context=a1t1'), ...MISSING, diagnostics: says("'a1t1'") },
  { title: 'context is a service nobody knows', request: search(`?context=${SERVICE}|1234567890`), ...UNKNOWN, diagnostics: NOBODY },
  { title: 'context is a bare service nobody knows', request: search('?context=1234567890'), ...UNKNOWN, diagnostics: NOBODY },
  { title: 'context is a member that every object has', request: search('?context=__proto__'), ...UNREADABLE, diagnostics: notDigits("'__(5 letters)__'") },
  { title: 'context is a failure code that no scenario has', request: search(`?context=${SERVICE}|FAIL0500`), ...UNREADABLE, diagnostics: notDigits("'FAIL0500'") },
  { title: 'context is a system without a value', request: search(`?context=${SERVICE}|`), ...UNREADABLE, diagnostics: notDigits("''") },
  { title: 'context is a patient', request: search('?context=https://fhir.nhs.uk/Id/nhs-number%7C9434765919'), ...MISSING, diagnostics: says("'https://fhir.nhs.uk/Id/nhs-number|(10 digits)'") },
  { title: 'context is a patient, with a plus for each space', request: search('?context=943+476+5919'), ...UNREADABLE, diagnostics: notDigits("'(10 digits)'") },
  { title: 'context has control characters', request: search('?context=%00%07'), ...UNREADABLE, diagnostics: notDigits("'��'") },
  { title: 'there are two services', request: search(`?context=${SERVICE}|2000072489&context=${SERVICE}|2000011147`), ...UNREADABLE, diagnostics: TWO },
  { title: 'there are two services and one is bare', request: search(`?context=2000011147&context=${USE_CASE}|a1t1&context=${SERVICE}|2000072489`), ...UNREADABLE, diagnostics: TWO },
  { title: 'there are two services in one escaped value', request: search(`?context=${encodeURIComponent(`${SERVICE}|2000072489&context=${SERVICE}|FAIL0401`)}`), ...UNREADABLE, diagnostics: TWO },
  { title: 'an escape has no hexadecimal digits', request: search('?context=%ZZ'), ...UNREADABLE, diagnostics: UNDECODED },
  { title: 'an escape is not UTF-8', request: search('?context=%FF'), ...UNREADABLE, diagnostics: UNDECODED },
  { title: 'an escape is cut short', request: search('?context=2000072489%'), ...UNREADABLE, diagnostics: UNDECODED },
  { title: 'another parameter does not decode', request: search(`?context=${SERVICE}|2000072489&x=%E0%A4`), ...UNREADABLE, diagnostics: UNDECODED },
  { title: 'the name of a parameter does not decode', request: search(`?context=${SERVICE}|2000072489&%C3%28=1`), ...UNREADABLE, diagnostics: UNDECODED },
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

const ANY = 'message-definition-any-service'

// biome-ignore format: a table reads by column
const ACCEPTED: readonly GoodInput[] = [
  { title: 'a bar that is not escaped', request: search(`?context=${SERVICE}|2000072489`), scenario: ANY },
  { title: 'a value escaped throughout', request: search(`?context=${encodeURIComponent(`${SERVICE}|2000072489`)}`), scenario: ANY },
  { title: 'a bare service', request: search('?context=2000072489'), scenario: ANY },
  { title: 'a use case beside the service', request: search(`?context=${USE_CASE}|a1t1&context=${SERVICE}|2000072489`), scenario: ANY },
  { title: 'the older system of services', request: search(`?context=${OLDER_SERVICE}|2000072489`), scenario: ANY },
  { title: 'one service in three forms', request: search(`?context=${OLDER_SERVICE}|2000072489&context=${SERVICE}|2000072489&context=2000072489`), scenario: ANY },
  { title: 'a context of another system beside the service', request: search(`?context=https://a.test|2000011147&context=${SERVICE}|2000072489`), scenario: ANY },
  { title: 'both in one escaped value', request: search(`?context=${encodeURIComponent(`${SERVICE}|2000072489&context=${USE_CASE}|a1t1`)}`), scenario: ANY },
  { title: 'a use case that the service does not have', request: search(`?context=${SERVICE}|2000072489&context=${USE_CASE}|z9t9`), scenario: ANY },
  { title: 'parameters it does not know', request: search(`?_count=1&context=2000072489&x=${'y'.repeat(4000)}`), scenario: ANY },
]

for (const value of ['BAD', `${SERVICE}%7CBAD`]) {
  it(`answers the invalid definitions of 2000071898 for ${value}`, async ({ expect }) => {
    const response = await createSandbox().request(sent({ request: search(`?context=${value}`) }))

    const { entry } = JSON.parse(await response.text())
    expect(response.headers.get('Sandbox-Scenario')).toBe('message-definition-invalid')
    expect(entry).toHaveLength(9)
    expect(JSON.stringify(entry[0])).toContain('"code":"Invoice"')
    expect(JSON.stringify(entry[0])).toContain('"code":"2000071898"')
  })
}

for (const { title, request, scenario } of ACCEPTED) {
  it(`accepts ${title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent({ request }))

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe(scenario)
  })
}

const FAILURES = [
  ['FAIL0401', 401],
  ['FAIL0404', 404],
] as const

for (const [value, status] of FAILURES) {
  it(`answers ${status} for a bare ${value} and for one with a system`, async ({ expect }) => {
    const app = createSandbox()

    const bare = await app.request(sent({ request: search(`?context=${value}`) }))
    const escaped = await app.request(sent({ request: search(`?context=${SERVICE}%7C${value}`) }))

    expect([bare.status, escaped.status]).toEqual([status, status])
  })
}
