import { it } from 'vitest'
import { answerOf, type BadInput, type GoodInput, refused, sent } from '../../support/bad-input.ts'
import { createSandbox } from '../../support/sandbox.ts'
import { FROM, MALFORMED, MISSING, SERVICE, STATUS, says, search, TO } from './slot-query.ts'

const starting = (...starts: readonly string[]) =>
  search(SERVICE, STATUS, ...starts.map((start) => `start=${start}`))

const startSays = (received: string, mend?: string) =>
  says(
    'start',
    received,
    'one lower bound (ge or gt) and one upper (le or lt), each a date, a time and its zone: ' +
      'start=ge2030-01-15T09:00:00+00:00&start=le2030-01-15T17:00:00+00:00',
    mend,
  )

// biome-ignore format: a table reads by column
const ROWS: readonly BadInput[] = [
  { title: 'start is missing', request: search(SERVICE, STATUS), ...MISSING, diagnostics: startSays('nothing') },
  { title: 'start is empty', request: starting('', ''), ...MISSING, diagnostics: startSays('nothing') },
  { title: 'there is no upper bound', request: search(SERVICE, STATUS, FROM), ...MISSING, diagnostics: startSays("'ge2030-01-15T09:00:00Z'") },
  { title: 'there is no lower bound', request: search(SERVICE, STATUS, TO), ...MISSING, diagnostics: startSays("'le2030-01-15T17:00:00Z'") },
  { title: 'there are two lower bounds', request: starting('ge2030-01-15T09:00:00Z', 'gt2030-01-15T10:00:00Z'), ...MISSING },
  { title: 'there are three starts', request: search(SERVICE, STATUS, FROM, TO, 'start=lt2030-01-15T16:00:00Z'), ...MISSING },
  { title: 'start has no zone', request: starting('ge2030-01-15T09:00:00', 'le2030-01-15T17:00:00'), ...MALFORMED, diagnostics: startSays("a time without a zone after 'ge'") },
  { title: 'start has no time', request: starting('ge2030-01-15', 'le2030-01-16'), ...MALFORMED, diagnostics: startSays("a day without a time after 'ge'") },
  { title: 'start has no prefix', request: starting('2030-01-15T09:00:00Z', 'le2030-01-15T17:00:00Z'), ...MALFORMED, diagnostics: startSays("'2030-01-15T09:00:00Z'", 'put ge, gt, le or lt before the time') },
  { title: 'start has the prefix eq', request: starting('eq2030-01-15T09:00:00Z', 'le2030-01-15T17:00:00Z'), ...MALFORMED, diagnostics: startSays("'eq2030-01-15T09:00:00Z'") },
  { title: 'start has the prefix sa', request: starting('sa2030-01-15T09:00:00Z', 'le2030-01-15T17:00:00Z'), ...MALFORMED },
  { title: 'start has a prefix in capitals', request: starting('GE2030-01-15T09:00:00Z', 'le2030-01-15T17:00:00Z'), ...MALFORMED },
  { title: 'both starts are in one parameter', request: starting('ge2030-01-15T09:00:00Z,le2030-01-15T17:00:00Z'), ...MALFORMED },
  { title: 'start is a British date', request: starting('ge15/01/2030', 'le16/01/2030'), ...MALFORMED },
  { title: 'start is on 30 February', request: starting('ge2030-02-30T09:00:00Z', 'le2030-03-02T17:00:00Z'), ...MALFORMED, diagnostics: startSays("'ge2030-02-30T09:00:00Z'") },
  { title: 'start is on 29 February of a common year', request: starting('ge2030-02-29T09:00:00Z', 'le2030-03-02T17:00:00Z'), ...MALFORMED },
  { title: 'start is in month 13', request: starting('ge2030-13-01T09:00:00Z', 'le2030-13-02T17:00:00Z'), ...MALFORMED },
  { title: 'start is at 25 o’clock', request: starting('ge2030-01-15T25:00:00Z', 'le2030-01-16T17:00:00Z'), ...MALFORMED },
  { title: 'start is at 24 o’clock', request: starting('ge2030-01-15T00:00:00Z', 'le2030-01-15T24:00:00Z'), ...MALFORMED, diagnostics: startSays("'le2030-01-15T24:00:00Z'") },
  { title: 'start is at second 61', request: starting('ge2030-01-15T00:00:61Z', 'le2030-01-15T17:00:00Z'), ...MALFORMED },
  { title: 'start is in year 0', request: starting('ge0000-01-01T00:00:00Z', 'le0000-01-02T00:00:00Z'), ...MALFORMED },
  { title: 'the zone of start is beyond the last on Earth', request: starting('ge2030-01-15T09:00:00%2B14:30', 'le2030-01-16T17:00:00Z'), ...MALFORMED },
  { title: 'start is an NHS number', request: starting('9434765919', 'le2030-01-15T17:00:00Z'), ...MALFORMED, diagnostics: startSays("'(10 digits)'") },
  { title: 'start is at minute 60', request: starting('ge2030-01-15T09:60:00Z', 'le2030-01-16T17:00:00Z'), ...MALFORMED },
  { title: 'the zone of start is impossible', request: starting('ge2030-01-15T09:00:00%2B99:00', 'le2030-01-16T17:00:00Z'), ...MALFORMED },
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

const FREE = { scenario: 'slot-free' } as const

// biome-ignore format: a table reads by column
const ACCEPTED: readonly GoodInput[] = [
  { title: 'gt and lt', request: starting('gt2030-01-15T09:00:00Z', 'lt2030-01-15T17:00:00Z'), ...FREE },
  { title: 'the plus of a zone in the clear', request: starting('ge2030-01-15T09:00:00+00:00', 'le2030-01-15T17:00:00+01:00'), ...FREE },
  { title: 'the plus of a zone escaped', request: starting('ge2030-01-15T09:00:00%2B00:00', 'le2030-01-15T17:00:00%2B00:00'), ...FREE },
  { title: 'the plus of a zone turned into a space', request: starting('ge2030-01-15T09:00:00%2000:00', 'le2030-01-15T17:00:00%2001:00'), ...FREE },
  { title: 'fractions of a second', request: starting('ge2030-01-15T09:00:00.0000000Z', 'le2030-01-15T17:00:00.123Z'), ...FREE },
  { title: 'times without seconds', request: starting('ge2030-01-15T09:00Z', 'le2030-01-15T17:00Z'), ...FREE },
  { title: 'a leap day', request: starting('ge2032-02-29T09:00:00Z', 'le2032-02-29T17:00:00Z'), ...FREE },
  { title: 'a range of 31 days', request: starting('ge2030-01-15T00:00:00Z', 'le2030-02-15T00:00:00Z'), ...FREE },
  { title: 'a range of 32 days', request: starting('ge2030-01-15T00:00:00Z', 'le2030-02-16T00:00:00Z'), ...FREE },
  { title: 'all of time', request: starting('ge0001-01-01T00:00:00Z', 'le9999-12-31T23:59:59Z'), ...FREE },
  { title: 'a range that ends before it begins', request: starting('ge2030-01-15T17:00:00Z', 'le2030-01-15T09:00:00Z'), ...FREE },
  { title: 'a range in the past', request: starting('ge2020-01-15T09:00:00Z', 'le2020-01-15T17:00:00Z'), ...FREE },
  { title: 'a leap second', request: starting('ge2030-01-14T23:59:60Z', 'le2030-01-15T23:59:60.5Z'), ...FREE },
  { title: 'the last zone on Earth', request: starting('ge2030-01-15T09:00:00%2B14:00', 'le2030-01-15T17:00:00-12:00'), ...FREE },
]

for (const { title, request, scenario } of ACCEPTED) {
  it(`accepts ${title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent({ request }))

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe(scenario)
  })
}
