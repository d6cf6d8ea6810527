import { exports } from 'cloudflare:workers'
import { it } from 'vitest'
import { ORIGIN } from '../sender.ts'

const services = async (query: string): Promise<unknown> => {
  const response = await exports.default.fetch(new Request(`${ORIGIN}/_sandbox/services${query}`))
  return response.json()
}

it('finds a test service by its name, whatever its capitals', async ({ expect }) => {
  expect(await services('?name=(tkw%205)')).toEqual({
    services: [
      {
        id: '2000093816',
        name: 'TESTING ONLY BaRS Test Service (TKW 5)',
        postcode: 'LS1 4AP',
        pathway: 'NoseBleed without Injury',
        answers: ['No', 'Yes', 'No', 'Yes'],
        comment: 'Digital Referral Roles Only',
      },
    ],
  })
})

for (const [query, count] of [
  ['', 10],
  ['?postcode=ls14ap&pathway=nosebleed', 10],
  ['?postcode=M1', 0],
  ['?name=TKW%2010', 1],
] as const) {
  it(`finds ${count} by ${query || 'nothing'}`, async ({ expect }) => {
    expect(await services(query)).toMatchObject({ services: { length: count } })
  })
}
