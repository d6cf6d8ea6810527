import { it } from 'vitest'
import { INVARIANTS } from '../../../../src/fhir/r4/invariants.ts'
import { holdsByFhirPath } from '../../../support/fhirpath.ts'
import { INVARIANT_ROWS, type Members } from '../../../support/mutants/invariants.ts'
import { walkOf } from '../../../support/walk.ts'

/** What is published in a form that no longer evaluates: `as` of many, `is Boolean` of a boolean of R4's. */
const OUTDATED = ['dom-3', 'que-7']

/** The data types that invariants are of; others are of the resource, or of a part of it. */
const OF_TYPES: Readonly<Record<string, string>> = {
  'ext-1': 'Extension',
  'ref-1': 'Reference',
  'per-1': 'Period',
  'qty-3': 'Quantity',
  'att-1': 'Attachment',
  'cpt-2': 'ContactPoint',
}

function holdsByUs(key: string, resource: Members): boolean {
  const isBundle = resource['resourceType'] === 'Bundle'
  const bundle = isBundle
    ? resource
    : { resourceType: 'Bundle', type: 'message', entry: [{ resource }] }
  return !walkOf(bundle).faults.found.some(({ rule }) => rule === `r4/invariant.${key}`)
}

for (const [key, path, right, wrong] of INVARIANT_ROWS) {
  it(`knows when ${key} holds, as its published expression does`, ({ expect }) => {
    const [resourceType = ''] = path.split('.')
    const resources = [right, { ...right, ...wrong }].map(
      (members): Members => JSON.parse(JSON.stringify({ resourceType, ...members })),
    )

    expect(resources.map((each) => holdsByUs(key, each))).toEqual([true, false])
    if (OUTDATED.includes(key)) return
    const type = OF_TYPES[key] ?? resourceType
    expect(resources.map((each) => holdsByFhirPath(key, type, path, each))).toEqual([true, false])
  })
}

it('has a row for each', ({ expect }) => {
  const keys = new Set([...INVARIANTS.values()].flat().map(({ key }) => key))

  expect([...keys].filter((key) => !INVARIANT_ROWS.some(([each]) => each === key))).toEqual([])
})
