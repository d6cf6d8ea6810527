import { it } from 'vitest'
import { hasValidCheckDigit } from '../../../src/bars/ids.ts'
import { ALL_OCCASIONS, type Occasion } from '../../../src/bars/occasions.ts'
import { ALL_WORKFLOWS } from '../../../src/bars/workflow.ts'
import { SCENARIOS } from '../../../src/scenarios/index.ts'
import { SOURCES, statusOf } from '../../../src/scenarios/scenario.ts'

const published = SCENARIOS.filter(({ suite }) => suite !== 'Test target')

const doubles = (values: readonly string[]): readonly string[] =>
  values.filter((value, place) => values.indexOf(value) !== place)

const rowsOn = (occasion: Occasion) => published.filter(({ on }) => on.includes(occasion))

it('has no id twice', ({ expect }) => {
  expect(doubles(SCENARIOS.map(({ id }) => id))).toEqual([])
})

it('writes ids in kebab-case, with the status of a refusal at the end', ({ expect }) => {
  const wrong = SCENARIOS.filter(
    ({ id, reply }) =>
      !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ||
      (statusOf(reply) !== 200 && !id.endsWith(`-${statusOf(reply)}`)),
  )

  // Named after its target: the proxy answers 408 where the Receiver's gateway says 504.
  expect(wrong.map(({ id }) => id)).toEqual(['test-target-504'])
})

it('claims no sentinel value twice on one occasion', ({ expect }) => {
  const twice = ALL_OCCASIONS.map((occasion) => [
    occasion,
    doubles(rowsOn(occasion).flatMap(({ sentinel }) => sentinel.values)),
  ])

  expect(twice).toEqual(ALL_OCCASIONS.map((occasion) => [occasion, []]))
})

it('has one happy row for each workflow, so that every message is answered', ({ expect }) => {
  const happy = ALL_WORKFLOWS.map((workflow) => [
    workflow,
    rowsOn(workflow).filter(({ sentinel }) => sentinel.others).length,
    rowsOn(workflow).filter(({ sentinel }) => sentinel.none).length,
  ])

  expect(happy).toEqual(ALL_WORKFLOWS.map((workflow) => [workflow, 1, 1]))
})

it('plants one kind of sentinel on each occasion', ({ expect }) => {
  const places = ALL_OCCASIONS.map(
    (occasion) => new Set(rowsOn(occasion).map((row) => row.sentinel.in)).size,
  )

  expect(places).toEqual(ALL_OCCASIONS.map(() => 1))
})

it('uses NHS numbers that pass Modulus 11', ({ expect }) => {
  const numbers = SCENARIOS.filter(({ sentinel }) => sentinel.in === 'Patient.identifier').flatMap(
    ({ sentinel }) => sentinel.values,
  )

  expect(numbers.filter((number) => !hasValidCheckDigit(number))).toEqual([])
})

it('cites a source in every row', ({ expect }) => {
  expect(SCENARIOS.filter(({ source }) => source === '')).toEqual([])
})

it('has the fifty rows of the published table', ({ expect }) => {
  const rows = SCENARIOS.filter(
    ({ source }) => source === SOURCES.table || source === SOURCES.ruling(1),
  )

  expect(rows.length).toBe(50)
})

// Every number of the published table, the guide and the simulator, with the status each outcome has.
const PACKS = {
  'booking-new': {
    200: ['9054613556', '9658499007', '9010223337', '9658499090'],
    404: ['9976150288', '9658499015'],
    409: ['9933902830', '9658499023'],
    422: ['9818556143', '9658499031'],
  },
  'referral-new': {
    200: ['9054613556', '9658499058', '9658499007', '9675199962', '9657562376', '9999960529'],
    400: ['9618388816', '9658499066'],
    500: ['9853944189', '9658499074'],
  },
  'validation-new': {
    200: [
      ...['9945210394', '9658499082', '9010223337', '9658499090'],
      ...['9091510129', '9658499147', '9706161317', '9658499155'],
    ],
    401: ['9383924314', '9658499139'],
    404: ['9976150288', '9658499015'],
    409: ['9933902830', '9658499023', '9658499112'],
    422: ['9818556143', '9658499031', '9658499120'],
  },
  'referral-response': {
    200: ['9054613556', '9658499163'],
    401: ['9383924314', '9658499139', '9658499171'],
  },
} as const satisfies Partial<Record<Occasion, Readonly<Record<number, readonly string[]>>>>

for (const [workflow, byStatus] of Object.entries(PACKS)) {
  it(`claims every published NHS number of ${workflow}`, ({ expect }) => {
    const claimed = ALL_WORKFLOWS.filter((each) => each === workflow)
      .flatMap(rowsOn)
      .flatMap(({ sentinel, reply }) => sentinel.values.map((value) => [value, statusOf(reply)]))

    const expected = Object.entries(byStatus).flatMap(([status, values]) =>
      values.map((value: string) => [value, Number(status)]),
    )
    expect(claimed.sort()).toEqual(expected.sort())
  })
}
