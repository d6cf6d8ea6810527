import { it } from 'vitest'
import type { Json } from '../../../../src/fhir/json.ts'
import { exampleOf, judged } from '../../../support/judged.ts'

const conflict = 'booking-conflict-409'
const nowhere = 'urn:uuid:00000000-0000-4000-8000-00000000dead'
const secondHeader = (): Json => ({
  fullUrl: nowhere,
  resource: {
    resourceType: 'MessageHeader',
    meta: { lastUpdated: '2035-01-15T09:00:00Z', profile: ['p'] },
  },
})

const whereOf = (id: string, body: unknown): readonly string[] =>
  judged(id, { ...exampleOf(id), body }).violations.map(({ where }) => where)

it('finds a MessageHeader that is not first, or not alone', ({ expect }) => {
  const { body } = exampleOf(conflict)
  const entries = Object.entries(body ?? {}).find(([key]) => key === 'entry')?.[1]

  const notFirst = whereOf(conflict, { ...body, entry: [...entries].reverse() })
  const notAlone = whereOf(conflict, { ...body, entry: [...entries, secondHeader()] })

  expect(notFirst).toEqual(['Bundle.entry[0]'])
  expect(notAlone).toEqual(expect.arrayContaining(['Bundle.entry(MessageHeader)']))
})
