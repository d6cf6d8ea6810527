import type { Finding, Rule } from '../../src/validation/rule.ts'
import { cleanRequest, findingsIn } from '../../test/support/clean-message.ts'
import { edited } from '../../test/support/edit-message.ts'
import { MUTANTS } from '../../test/support/mutants/all.ts'
import { REQUESTS } from '../../test/support/mutants/requests.ts'
import { requestOf } from '../../test/support/request-of.ts'

/** What is to be there where a rule is broken: the rule's own words, else those of its first mutant's finding. */
export function mendOf(rule: Rule): string {
  const { id, expected = foundBy(id)?.expected } = rule
  if (expected === undefined) throw new Error(`${id} says nothing of how it is mended`)
  return expected
}

const foundBy = (id: string): Finding | undefined => findingsOf(id).find(({ rule }) => rule === id)

/** What is found in the first mutant that breaks a rule. */
function findingsOf(id: string): readonly Finding[] {
  const [, useCase, workflow, edits] =
    MUTANTS.find(([, , , , ...broken]) => breaks(broken, id)) ?? []
  if (useCase !== undefined && workflow !== undefined && edits !== undefined) {
    const request = cleanRequest(useCase, workflow)
    return findingsIn(request, edited(request.body, edits))
  }
  const [, scenario, changes] = REQUESTS.find(([, , , ...broken]) => breaks(broken, id)) ?? []
  if (scenario === undefined) return []
  const { body, ...request } = requestOf(scenario, changes)
  return findingsIn(request, body)
}

const breaks = (broken: readonly string[], id: string): boolean =>
  broken.some((each) => each.replace(/ \(.*\)$/, '') === id)
