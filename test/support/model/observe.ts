import { isObject, type Json } from '../../../src/fhir/json.ts'
import type { Answer } from './answer.ts'
import { type Asked, focusType } from './asked.ts'

/** What the sandbox answered, in the model's words. */
export const observe = async (asked: Asked, response: Response): Promise<Answer> => {
  const text = await response.text()
  const { status, headers } = response
  const body = text === '' ? null : bodyOf(asked, status, JSON.parse(text))
  return { status, scenario: headers.get('Sandbox-Scenario'), body }
}

const bodyOf = (asked: Asked, status: number, json: Json): Json => {
  if (asked.kind !== 'message' && asked.kind !== 'read') return json
  if (status !== 200 || !isObject(json)) return null
  return summary(asked.kind === 'read' ? json : entryOf(json['entry'], focusType(asked.workflow)))
}

const entryOf = (entries: Json | undefined, resourceType: string): Json =>
  (Array.isArray(entries) ? entries : [])
    .map((entry) => (isObject(entry) ? (entry['resource'] ?? null) : null))
    .find((resource) => isObject(resource) && resource['resourceType'] === resourceType) ?? null

const summary = (resource: Json): Json =>
  isObject(resource)
    ? {
        resourceType: resource['resourceType'] ?? null,
        id: resource['id'] ?? null,
        status: resource['status'] ?? null,
      }
    : null

/** Whether two values are the same JSON, in whatever order their members come. */
const isSame = (a: Json | undefined, b: Json | undefined): boolean => {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, place) => isSame(each, b[place]))
  }
  if (!isObject(a) || !isObject(b)) return a === b
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]))
}

/** Whether two answers are the same. */
export const isSameAnswer = (a: Answer, b: Answer): boolean =>
  a.status === b.status && a.scenario === b.scenario && isSame(a.body, b.body)
