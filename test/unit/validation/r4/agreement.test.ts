import fc from 'fast-check'
import { it } from 'vitest'
import { asJson, isObject, type Json, list } from '../../../../src/fhir/json.ts'
import { typeOf } from '../../../../src/fhir/r4/types.ts'
import { MUTATE_JSON } from '../../../support/mutate-json.ts'
import { mutation } from '../../../support/mutation.ts'
import { r4Faults } from '../../../support/r4.ts'
import { walkOf } from '../../../support/walk.ts'
import { SEEDS } from '../../seeds.ts'

const MESSAGES = [...SEEDS.values()].flatMap(({ body }) =>
  body === undefined ? [] : [asJson(body)],
)

const RESOURCES: readonly Json[] = MESSAGES.flatMap((message) => list(message, 'entry'))
  .flatMap((entry) => (isObject(entry) ? [asJson(entry['resource'])] : []))
  .filter(
    (resource) => isObject(resource) && typeOf(String(resource['resourceType'])) !== undefined,
  )

const faultsIn = (resource: Json) =>
  walkOf({ resourceType: 'Bundle', type: 'collection', entry: [{ resource }] }).faults.found

// R4 says that a text SHOULD hold more than blanks, and takes a URN for any reference.
const IS_OPINION = /non-whitespace|Invalid reference/

// It cannot read a member that is called as a method of every object is.
const othersIn = (resource: Json): readonly string[] => {
  try {
    return r4Faults(resource).filter((fault) => !IS_OPINION.test(fault))
  } catch (error) {
    if (error instanceof TypeError) return []
    throw error
  }
}

it('finds something wrong wherever another validator of R4 does', ({ expect }) => {
  const silent: string[] = []
  fc.assert(
    fc.property(fc.constantFrom(...RESOURCES), mutation, (resource, each) => {
      const root = asJson(resource)
      MUTATE_JSON[each.kind % MUTATE_JSON.length]?.(root, each)
      const others = othersIn(root)
      if (others.length > 0 && faultsIn(root).length === 0)
        silent.push(`${others}: ${JSON.stringify(root)}`)
    }),
    { numRuns: 400 },
  )

  expect(silent).toEqual([])
})

it('takes any JSON for a message, and any resource in it', ({ expect }) => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MESSAGES),
      fc.array(mutation, { minLength: 1, maxLength: 20 }),
      fc.dictionary(fc.string(), fc.jsonValue()),
      (message, mutations, any) => {
        const root = asJson(message)
        for (const each of mutations) MUTATE_JSON[each.kind % MUTATE_JSON.length]?.(root, each)
        if (isObject(root)) walkOf(root)
        expect(walkOf(any).faults.found.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 300 },
  )
})
