import { it } from 'vitest'
import { buildRequest, checkRequest, type ScenarioId, scenario } from '../src/index.ts'

const SENTINELS: readonly (readonly [ScenarioId, string])[] = [
  ['booking-conflict-409', '9658499023'],
  ['booking-accepted', '9990000026'],
  ['slot-free', '2000159910'],
  ['111-ed-get-booking-booked', '7d1b7c1e-3c1f-4f0e-9a57-0c3a1d2b4e5f'],
]

for (const [id, sentinel] of SENTINELS) {
  it(`plants ${sentinel} for ${id}`, ({ expect }) => {
    const request = buildRequest(id, { sentinel })

    expect(JSON.stringify(request)).toContain(sentinel)
    expect(checkRequest(id, request).violations).toEqual([])
  })
}

const OTHERS = 'any other that no other scenario has'

const REFUSED: readonly (readonly [ScenarioId, sentinel: string, possible: string])[] = [
  ['booking-conflict-409', '123', 'Patient.identifier is 9933902830 or 9658499023'],
  ['booking-accepted', '9933902830', `Patient.identifier is 9054613556 or 9658499007 or ${OTHERS}`],
  ['booking-cancelled', '123', `Patient.identifier is ${OTHERS}`],
  ['booking-without-nhs-number', '9054613556', 'nothing is planted in Patient.identifier'],
  ['message-definition-any-service', '123', `context is ${OTHERS}`],
  [
    '111-ed-get-booking-booked',
    'ce1c4ced-2a84-4198-9982-9caf894d0bb7',
    'id is 9a8df080-bfbc-457f-b30f-664bba7760a4',
  ],
  [
    '111-ed-get-referral-active',
    '7d1b7c1e-3c1f-4f0e-9a57-0c3a1d2b4e5f',
    'id is 79120f41-a431-4f08-bcc5-1e67006fcae0',
  ],
]

for (const [id, sentinel, possible] of REFUSED) {
  it(`refuses to plant ${sentinel} for ${id}, and says what there is`, ({ expect }) => {
    const building = () => buildRequest(id, { sentinel })

    expect(building).toThrow(new RangeError(`'${sentinel}' does not choose ${id}: ${possible}.`))
  })
}

it('refuses an ODS code that cannot be one', ({ expect }) => {
  const building = () => buildRequest('booking-accepted', { odsCode: '!!' })

  expect(building).toThrow(new RangeError("'!!' is not an ODS code: 3 to 12 letters and digits."))
})

it('refuses what is no id, and guesses nothing', ({ expect }) => {
  for (const id of [undefined, null, 409]) {
    // @ts-expect-error: not an id.
    const building = () => scenario(id)

    expect(building).toThrow(
      new RangeError(`There is no scenario '${id}'. \`bars-contracts list\` shows them all.`),
    )
  }
})
