import { randomUUID } from 'node:crypto'
import { UsageError } from './exit.ts'

const DEFINITION = /^@([\w-]+)\s*=\s*(.*)$/
const USE = /\{\{\s*([^{}]+?)\s*\}\}/g

/** What editors that send .http files fill in by themselves. */
const DYNAMIC: Readonly<Record<string, () => string>> = {
  $guid: randomUUID,
  $uuid: randomUUID,
  $randomUUID: randomUUID,
  '$random.uuid': randomUUID,
  $isoTimestamp: () => new Date().toISOString(),
  '$datetime iso8601': () => new Date().toISOString(),
}

/** The variables that the lines of a .http file define: `@name = value`. */
export const variablesIn = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const variables = new Map<string, string>()
  for (const line of lines) {
    const [, name, value = ''] = DEFINITION.exec(line) ?? []
    if (name !== undefined) variables.set(name, filled(value.trim(), variables))
  }
  return variables
}

/** Whether a line defines a variable. */
export const isDefinition = (line: string): boolean => DEFINITION.test(line)

/** A text with its `{{variables}}` filled in. */
export const filled = (text: string, variables: ReadonlyMap<string, string>): string =>
  text.replace(USE, (_use, name: string) => {
    const value = variables.get(name) ?? DYNAMIC[name]?.()
    if (value === undefined)
      throw new UsageError(`The variable {{${name}}} has no value in the file.`)
    return value
  })

/** A URL with its variables filled in; one that begins it and has no value is the address. */
export const filledUrl = (url: string, variables: ReadonlyMap<string, string>): string => {
  const [start, name = ''] = /^\{\{\s*([\w-]+)\s*\}\}/.exec(url) ?? []
  const rest = start === undefined || variables.has(name) ? url : url.slice(start.length)
  return filled(rest, variables)
}
