import { type OdsCode, readOdsCode } from '../../src/bars/organisation.ts'
import { FHIR_PATH, SPACE_NAME } from '../../src/bars/paths.ts'
import { likest } from '../../src/fhir/likeness.ts'
import { STATES, type State } from '../../src/receiver/111-ed/states.ts'

// JavaScript may pass anything, whatever the types say.

/** Which of some names a text comes near, as a question; empty where it comes near none. */
export function didYouMean(text: string, names: readonly string[]): string {
  const near = likest(text, names, LIKE).slice(0, 3)
  return near.length === 0 ? '' : `Did you mean ${near.join(', ')}?`
}

const LIKE = 0.3

/** What an option is; `any` where another check says so. */
type OptionKind = 'string' | 'boolean' | 'number' | 'object' | 'list' | 'function' | 'any'

/** The options of a function, and what each is. */
export type OptionKinds<Options extends object> = Readonly<
  Record<keyof Options & string, OptionKind>
>

/**
 * Makes sure that a function knows the options that it is given.
 * @throws TypeError that says which it has, or what one is to be.
 */
export function checkOptions<Options extends object>(
  name: string,
  options: Options,
  kinds: OptionKinds<Options>,
): void {
  if (kindOf(options) !== 'object') throw new TypeError(`${name} takes its options as an object.`)
  const known = new Map<string, OptionKind>(Object.entries(kinds))
  for (const [option, value] of Object.entries(options)) {
    const kind = known.get(option)
    if (kind === undefined) throw new TypeError(noOption(name, option, [...known.keys()]))
    const sent = kindOf(value)
    if (sent === kind || kind === 'any' || value === undefined) continue
    throw new TypeError(`The option '${option}' of ${name} is of type ${kind}, not ${sent}.`)
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

function noOption(name: string, option: string, known: readonly string[]): string {
  const help = didYouMean(option, known) || `It has ${known.join(', ')}.`
  return `${name} has no option '${option}'. ${help}`
}

/**
 * The ODS code that a text is.
 * @throws RangeError when it is none.
 */
export const odsCodeOf = (text: string): OdsCode => {
  const code = typeof text === 'string' ? readOdsCode(text) : undefined
  if (code !== undefined) return code
  throw new RangeError(`'${text}' is not an ODS code: 3 to 12 letters and digits.`)
}

/**
 * A state of the 111-ED conversation.
 * @throws RangeError when it is none.
 */
export const stateOf = (state: State): State => {
  if (STATES.includes(state)) return state
  throw new RangeError(`'${state}' is not a state: ${STATES.join(', ')}.`)
}

/**
 * A TCP port; 0 is any that is free.
 * @throws RangeError when it is none: Node takes what is no number for the path of a socket.
 */
export const portOf = (port: number): number => {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new RangeError(`'${port}' is not a port: a whole number from 0 to 65535.`)
}

/** The URL of a sandbox's root, or of a space's, from that or from the one of its FHIR API; undefined for other text. */
export const sandboxRoot = (url: string): URL | undefined => {
  if (!URL.canParse(url) || !/^https?:/.test(url)) return undefined
  const root = new URL(url)
  root.pathname = root.pathname.replace(/\/+$/, '').replace(new RegExp(`${FHIR_PATH}$`), '')
  return root
}

const IS_ROOT = new RegExp(`^/(?:s/${SPACE_NAME})?$`)

/** The FHIR base of a Receiver, from that or, of a sandbox, from the root; undefined for other text. */
export const fhirBaseOf = (url: string): string | undefined => {
  const root = sandboxRoot(url)
  if (root === undefined) return undefined
  return IS_ROOT.test(root.pathname)
    ? `${root.href.replace(/\/$/, '')}${FHIR_PATH}`
    : url.replace(/\/+$/, '')
}
