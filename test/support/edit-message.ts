import { asJson, isObject, type Json } from '../../src/fhir/json.ts'

/**
 * Elements of a message to change. A path begins with `Bundle` or with the type of an entry's
 * resource and goes on with keys: `MessageHeader.reason.coding.0.code`. A last key of `-` appends
 * to a list; the value undefined takes the element out.
 */
export type Edits = Readonly<Record<string, Json | undefined>>

/** A copy of a message with those elements changed. */
export const edited = (message: unknown, edits: Edits): Json => {
  const copy = asJson(message)
  for (const [path, value] of Object.entries(edits)) {
    const [root = '', ...keys] = path.split('.')
    const last = keys.pop() ?? ''
    const start = root === 'Bundle' ? copy : resourceOf(copy, root)
    set(keys.reduce(child, start), last, value)
  }
  return copy
}

const resourceOf = (message: Json, resourceType: string): Json => {
  const entries = child(message, 'entry')
  const found = (Array.isArray(entries) ? entries : [])
    .map((entry) => child(entry, 'resource'))
    .find((resource) => isObject(resource) && resource['resourceType'] === resourceType)
  if (found === undefined) throw new Error(`the message has no ${resourceType}`)
  return found
}

const child = (value: Json, key: string): Json => {
  const found = Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined
  if (found === undefined) throw new Error(`the message has nothing at ${key}`)
  return found
}

const set = (parent: Json, key: string, value: Json | undefined): void => {
  if (Array.isArray(parent)) {
    const at = key === '-' ? parent.length : Number(key)
    parent.splice(at, 1, ...(value === undefined ? [] : [value]))
  } else if (isObject(parent)) {
    if (value === undefined) delete parent[key]
    else parent[key] = value
  }
}
