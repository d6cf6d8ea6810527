import { it } from 'vitest'
import { INVARIANTS } from '../../../../src/fhir/r4/invariants.ts'
import { PRIMITIVES } from '../../../../src/fhir/r4/primitives.ts'
import { TYPES } from '../../../../src/fhir/r4/table.ts'
import { isResourceType, typeOf } from '../../../../src/fhir/r4/types.ts'

const ALL = Object.keys(TYPES).flatMap((name) => typeOf(name) ?? [])

const elementsOf = (name: string) => [...(typeOf(name)?.elements.values() ?? [])]

it('knows every type that an element leads to', ({ expect }) => {
  const led = ALL.flatMap(({ elements }) => [...elements.values()].map(({ type }) => type))

  const isKnown = (type: string) =>
    type === 'Resource' || PRIMITIVES.has(type) || typeOf(type) !== undefined
  expect([...new Set(led)].filter((type) => !isKnown(type))).toEqual([])
  expect(ALL.length).toBe(143)
})

it('tells apart by a bit whatever counts as there or not', ({ expect }) => {
  const tooMany = ALL.filter(({ elements }) =>
    [...elements.values()].some(({ bit }) => bit < 0 || bit > 2 ** 30),
  )

  expect(tooMany.map(({ name }) => name)).toEqual([])
})

it('has each invariant of a type that there is, and of an element that it has', ({ expect }) => {
  const lost = [...INVARIANTS].flatMap(([type, rows]) => {
    const names = new Set(
      elementsOf(type === 'DomainResource' ? 'Patient' : type).map(({ name }) => name),
    )
    return rows.filter(({ when }) => when !== '' && !names.has(when)).map(({ key }) => key)
  })

  expect(lost).toEqual([])
  expect([...INVARIANTS.keys()].filter((type) => typeOf(type) === undefined)).toEqual([
    'DomainResource',
  ])
})

it('has the id of a resource as an id, and that of an element as a string', ({ expect }) => {
  const types = ['Patient', 'Patient.contact'].map((name) => typeOf(name)?.elements.get('id')?.type)

  expect(types).toEqual(['id', 'string'])
})

it('has none of what the definitions add to R4', ({ expect }) => {
  const meta = elementsOf('Meta').map(({ name }) => name)

  expect([...new Set(meta)]).toEqual([
    'id',
    'extension',
    'versionId',
    'lastUpdated',
    'source',
    'profile',
    'security',
    'tag',
  ])
  expect(typeOf('Bundle.entry.response')?.elements.get('outcome')?.type).toBe('Resource')
})

it('takes a name of Object for no type', ({ expect }) => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty']

  expect(names.map((name) => [typeOf(name), isResourceType(name)])).toEqual(
    names.map(() => [undefined, false]),
  )
})
