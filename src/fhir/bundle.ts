import { CODES } from './coding.ts'
import { isObject, type JsonObject, shortString, text } from './json.ts'

/** A resource as a Sender sent it: only its type is known. */
export type Resource = JsonObject & { readonly resourceType: string }

/** An entry of a message Bundle. */
export type Entry = JsonObject & { readonly resource: Resource }

/** A Bundle of type `message` whose every entry holds a resource. */
export type MessageBundle = JsonObject & {
  readonly resourceType: 'Bundle'
  readonly entry: readonly Entry[]
}

/** What keeps a body from being a message Bundle, and where (FHIRPath). */
export interface NotABundle {
  readonly expression: string
  readonly received: string
  readonly expected: string
  readonly mend?: string
}

export const isMessageBundle = (read: MessageBundle | NotABundle): read is MessageBundle =>
  'resourceType' in read

/** Reads a message Bundle from parsed JSON (FHIR R4 §2.36, Bundle.type `message`). */
export const readMessageBundle = (json: unknown): MessageBundle | NotABundle => {
  if (!isObject(json)) return notA('Bundle', typeInWords(json), 'a JSON object', encodedTwice(json))
  if (json['resourceType'] !== 'Bundle')
    return notA(
      'Bundle.resourceType',
      codeInWords(json['resourceType'], CODES.resourceType),
      "'Bundle'",
      insteadOfType(json),
    )
  if (json['type'] !== 'message')
    return notA('Bundle.type', codeInWords(json['type'], CODES.bundleType), "'message'")
  if (!Array.isArray(json['entry']))
    return notA('Bundle.entry', typeInWords(json['entry']), 'a list')

  const wrong = json['entry'].findIndex((entry) => !isEntry(entry))
  if (wrong !== -1)
    return notA(`Bundle.entry[${wrong}].resource`, 'no resource', 'a resource with a resourceType')
  return { ...json, resourceType: 'Bundle', entry: json['entry'].filter(isEntry) }
}

/** Whether an item of Bundle.entry holds a resource. */
export const isEntry = (entry: unknown): entry is Entry =>
  isObject(entry) &&
  isObject(entry['resource']) &&
  typeof entry['resource']['resourceType'] === 'string'

const notA = (
  expression: string,
  received: string,
  expected: string,
  mend?: string,
): NotABundle => ({ expression, received, expected, ...(mend && { mend }) })

const encodedTwice = (json: unknown): string | undefined =>
  typeof json === 'string' && /^\s*\{/.test(json)
    ? 'it is JSON within JSON: encode the message once'
    : undefined

// Serialisers write members with a capital, and wrap what they write, unless they are told not to.
function insteadOfType(json: JsonObject): string | undefined {
  if (json['resourceType'] !== undefined) return undefined
  const near = Object.keys(json).find((key) => /^resource_?type$/i.test(key))
  if (near !== undefined) return `it has ${near}: names are case-sensitive`
  const wrapped = Object.keys(json).find((key) =>
    /^(?:bundle|message|body|resource|data)$/i.test(key),
  )
  return wrapped && `it has a member ${wrapped}: send what is in it`
}

/** What kind of JSON a value is, in words. */
export const typeInWords = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return isObject(value) || typeof value !== 'object' ? `a JSON ${typeof value}` : 'a JSON number'
}

/**
 * A value of a payload in words: repeated only where it is one of the codes that its element can have,
 * however spelt, for any other may be a patient's.
 */
export const codeInWords = (value: unknown, codes: readonly string[]): string => {
  if (typeof value !== 'string') return typeInWords(value)
  const plain = lettersOf(value)
  return codes.some((code) => lettersOf(code) === plain)
    ? `'${shortString(value)}'`
    : 'another text'
}

const lettersOf = (code: string): string => code.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The resources of one type, in the order sent. */
export const resourcesOf = (bundle: MessageBundle, resourceType: string): readonly Resource[] =>
  bundle.entry.map((entry) => entry.resource).filter((r) => r.resourceType === resourceType)

/** What a reference to this entry may say: its fullUrl, or `Type/id`. */
export const namesOf = (entry: Entry): readonly string[] => {
  const { resource } = entry
  const [fullUrl, id] = [text(entry, 'fullUrl'), text(resource, 'id')]
  return [...(fullUrl ? [fullUrl] : []), ...(id ? [`${resource.resourceType}/${id}`] : [])]
}
