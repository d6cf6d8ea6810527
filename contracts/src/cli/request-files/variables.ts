import { randomUUID } from 'node:crypto'
import { CannotRead } from './shown-request.ts'

const DEFINITION = /^@([\w-]+)\s*=\s*(.*)$/
const USE = /\{\{\s*([^{}]+?)\s*\}\}/g

/** What editors that send .http files fill in by themselves. */
const DYNAMIC: Readonly<Record<string, () => string>> = {
  $guid: randomUUID,
  $uuid: randomUUID,
  $randomUUID: randomUUID,
  '$random.uuid': randomUUID,
  $timestamp: () => String(Math.floor(Date.now() / 1000)),
  $isoTimestamp: () => new Date().toISOString(),
  '$datetime iso8601': () => new Date().toISOString(),
}

/** The variables of a .http file, by name. */
export type Variables = ReadonlyMap<string, string>

/** The variables that the lines of a .http file define: `@name = value`. */
export const variablesIn = (lines: readonly string[]): Variables => {
  const variables = new Map<string, string>()
  for (const line of lines) {
    const [, name, value = ''] = DEFINITION.exec(line) ?? []
    // What it is made of may be defined further down, or nowhere and never used.
    if (name !== undefined) variables.set(name, filledWhereKnown(value.trim(), variables))
  }
  return variables
}

/** Whether a line defines a variable. */
export const isDefinition = (line: string): boolean => DEFINITION.test(line)

const valueFor = (name: string, variables: Variables): string | undefined =>
  variables.get(name) ?? DYNAMIC[name]?.()

const filledWhereKnown = (text: string, variables: Variables): string =>
  text.replace(USE, (use, name: string) => valueFor(name, variables) ?? use)

/**
 * A text with its `{{variables}}` filled in.
 * @throws CannotRead where one has no value.
 */
export const filled = (text: string, variables: Variables): string =>
  text.replace(USE, (_use, name: string) => {
    const value = valueFor(name, variables)
    if (value === undefined) {
      throw new CannotRead(`The variable {{${name}}} has no value in the file.`)
    }
    // Its own value may have variables, but not itself.
    const others = new Map([...variables].filter(([other]) => other !== name))
    return value.includes('{{') ? filled(value, others) : value
  })

/** A URL with its variables filled in; one that begins it and has no value is the address. */
export const filledUrl = (url: string, variables: Variables): string => {
  const [start, name = ''] = /^\{\{\s*([\w-]+)\s*\}\}/.exec(url) ?? []
  const rest = start === undefined || variables.has(name) ? url : url.slice(start.length)
  return filled(rest, variables)
}
