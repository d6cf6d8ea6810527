import { it } from 'vitest'
import { readOdsCode } from '../../../src/bars/organisation.ts'
import { newReportId, ownerIn } from '../../../src/reports/report-id.ts'

const SECRET = 'a2b6574a9c2a41989982_9caf894d0bb7f'.replace('_', '')

it('names the organisation and 128 random bits, by which the report is found', ({ expect }) => {
  const { id, owner } = newReportId(readOdsCode('a1001'), SECRET.slice(0, 32))

  expect(id).toBe(`A1001.${SECRET.slice(0, 32)}`)
  expect(owner).toBe('A1001')
  expect(ownerIn(id)).toBe(owner)
})

it('shares what has no organisation out by the first digit', ({ expect }) => {
  const { id, owner } = newReportId(undefined, SECRET.slice(0, 32))

  expect(id).toBe(`nobody.${SECRET.slice(0, 32)}`)
  expect(owner).toBe('nobody-a')
  expect(ownerIn(id)).toBe(owner)
})

it('takes an organisation that is called NOBODY for one', ({ expect }) => {
  const { id, owner } = newReportId(readOdsCode('nobody'), SECRET.slice(0, 32))

  expect([id.split('.')[0], owner, ownerIn(id)]).toEqual(['NOBODY', 'NOBODY', 'NOBODY'])
})

for (const id of [
  '',
  'A1001',
  `A1001.${SECRET.slice(0, 31)}`,
  `a1001.${SECRET.slice(0, 32)}`,
  `A1.${SECRET.slice(0, 32)}`,
  `A1001.${SECRET.slice(0, 32).toUpperCase()}`,
]) {
  it(`knows that no report has the id '${id}'`, ({ expect }) => {
    expect(ownerIn(id)).toBe(undefined)
  })
}
