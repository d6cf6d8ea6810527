import { it } from 'vitest'
import { asJson } from '../../../src/fhir/json.ts'
import { SYSTEMS_KNOWN } from '../../../src/validation/rules/codes.ts'
import { brokenBy, cleanRequest, findingsIn, rulesIn } from '../../support/clean-message.ts'
import { edited } from '../../support/edit-message.ts'
import { MUTANTS, VARIANTS } from '../../support/mutants/all.ts'
import { INVARIANT_ROWS, type Members } from '../../support/mutants/invariants.ts'
import { RECEIVERS } from '../../support/mutants/payload.ts'
import { REQUESTS } from '../../support/mutants/requests.ts'
import { requestOf } from '../../support/request-of.ts'

for (const [title, useCase, workflow, edits, ...broken] of MUTANTS) {
  it(`finds ${title}, in a ${workflow} of ${useCase}`, ({ expect }) => {
    expect(brokenBy(useCase, workflow, edits)).toEqual(broken)
  })
}

for (const [title, scenario, changes, ...broken] of REQUESTS) {
  it(`finds ${title}, in the request for ${scenario}`, ({ expect }) => {
    const { body, ...request } = requestOf(scenario, changes)

    expect(rulesIn(findingsIn(request, body))).toEqual(broken)
  })
}

for (const [title, useCase, workflow, edits] of VARIANTS) {
  it(`finds nothing wrong in ${title}, in a ${workflow} of ${useCase}`, ({ expect }) => {
    expect(brokenBy(useCase, workflow, edits)).toEqual([])
  })
}

it('asks less of the Encounter of the Receiver than of the Sender', ({ expect }) => {
  expect(brokenBy('a6t1', 'referral-update', RECEIVERS)).toEqual(['bundle/counts'])
})

/** The rules that a clean referral breaks once members are put into one of its resources. */
const brokenIn = (resourceType: string, members: Members): readonly string[] => {
  const request = cleanRequest('a1t1', 'referral-new')
  const message = asJson(request.body)
  const added = asJson({
    fullUrl: 'urn:uuid:0ba25000-0000-4000-8000-0000000000f0',
    resource: { resourceType, ...members },
  })
  const edits =
    resourceType === 'Bundle'
      ? Object.fromEntries(
          Object.entries(members).map(([key, value]) => [`Bundle.${key}`, asJson(value)]),
        )
      : { 'Bundle.entry.-': added }
  return rulesIn(findingsIn(request, edited(message, edits)))
}

for (const [key, path, right, wrong] of INVARIANT_ROWS) {
  it(`finds where ${key} does not hold, in a message`, ({ expect }) => {
    const [resourceType = ''] = path.split('.')

    expect(brokenIn(resourceType, { ...right, ...wrong })).toContain(`r4/invariant.${key}`)
  })
}

for (const { url, codes, code, display } of SYSTEMS_KNOWN) {
  it(`finds a code of ${url} that it has not, and one that is called otherwise`, ({ expect }) => {
    const [named = ''] = [...codes].find(([, called]) => called !== null) ?? []
    const coded = (coding: Members) =>
      brokenIn('CarePlan', { category: [{ coding: [{ system: url, ...coding }] }] })

    expect(coded({ code: 'xxx', display: 'X' })).toContain(code.id)
    expect(coded({ code: named, display: 'Another' })).toContain(`${display.id} (warning)`)
  })
}

it('has at least 170 faults, and 26 harmless variants', ({ expect }) => {
  expect(MUTANTS.length + REQUESTS.length).toBeGreaterThanOrEqual(170)
  expect(VARIANTS.length).toBeGreaterThanOrEqual(26)
})
