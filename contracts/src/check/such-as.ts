import type { Workflow } from '../../../src/bars/workflow.ts'
import { exampleRequest } from '../../../src/examples/request.ts'
import { isObject, list, member, text } from '../../../src/fhir/json.ts'
import { findScenario } from '../../../src/scenarios/index.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import { pathIn } from '../../../src/validation/judge.ts'
import type { SentMessage } from '../../../src/validation/message.ts'
import type { Violation } from './report.ts'

/**
 * Says of what is absent from a message what an example has there, where nothing else is known of how
 * to mend it: the example of the scenario that is named, else of the same workflow.
 */
export function withExamples(
  found: readonly Violation[],
  message: SentMessage | undefined,
  named: Scenario | undefined,
): readonly Violation[] {
  if (message === undefined || !found.some(isBare)) return found
  const row = named ?? happyRow(message.workflow)
  const example = row && exampleRequest(row).body
  if (row === undefined || example === undefined) return found
  return found.map((each) => {
    const mend = isBare(each) ? mendFor(each, message, { id: row.id, example }) : undefined
    return mend === undefined ? each : { ...each, mend }
  })
}

const isBare = ({ received, mend, where }: Violation): boolean =>
  received === 'absent' && mend === undefined && where.startsWith('Bundle')

const happyRow = (workflow: Workflow | undefined): Scenario | undefined =>
  workflow && findScenario(workflow, [])

interface Example {
  readonly id: string
  readonly example: unknown
}

function mendFor(
  { where, expected }: Violation,
  { json }: SentMessage,
  { id, example }: Example,
): string | undefined {
  const shown = `bars-contracts show ${id}`
  const [, type] = /^Bundle\.entry\(([A-Za-z]+)\)$/.exec(where) ?? []
  if (type !== undefined) return ofType(example, type).length > 0 ? `${shown} has one` : undefined
  const value = valueIn(where, json, example)
  if (value === undefined || (typeof value === 'string' && expected.includes(value)))
    return undefined
  const written = withNames(JSON.stringify(value), example)
  return written.length > LONGEST ? `${shown} has an example` : `such as ${written}`
}

const LONGEST = 120

/** What an example has where a message has nothing: in a resource of the same type. */
function valueIn(where: string, sent: unknown, example: unknown): unknown {
  const path = where.includes('(') ? [] : (pathIn(where) ?? [])
  if (path.length === 0) return undefined
  if (path[0] !== 'entry') return at(example, path)
  const [, place = '', resource, ...rest] = path
  if (resource !== 'resource' || rest.length === 0) return undefined
  const type = text(at(sent, ['entry', place, 'resource']), 'resourceType')
  // No report has a patient's data, be it nobody's.
  if (type === 'Patient') return undefined
  const values = ofType(example, type ?? '').map((each) => at(each, rest))
  return values.find((value) => value !== undefined)
}

const ofType = (message: unknown, type: string): readonly unknown[] =>
  list(message, 'entry')
    .map((entry) => member(entry, 'resource'))
    .filter((resource) => text(resource, 'resourceType') === type)

/** What a path leads to; in a list that is shorter, its first item. */
const at = (root: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((node, key) => {
    if (Array.isArray(node)) return node[Number(key)] ?? node[0]
    return isObject(node) ? node[key] : undefined
  }, root)

/** References by what they lead to: the fullUrls of an example say nothing to who reads them. */
const withNames = (json: string, example: unknown): string =>
  list(example, 'entry').reduce<string>((written, entry) => {
    const type = text(member(entry, 'resource'), 'resourceType')
    return written.replaceAll(`"${text(entry, 'fullUrl')}"`, `"<fullUrl of the ${type}>"`)
  }, json)
