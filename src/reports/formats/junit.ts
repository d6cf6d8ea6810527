/** What is told of a case that did not pass. */
interface Told {
  /** What kind it is, such as the id of a rule. */
  readonly type: string
  /** In one line, for lists. */
  readonly message: string
  /** All of it. */
  readonly text: string
}

/** A case of a JUnit report. */
export interface TestCase {
  readonly name: string
  readonly seconds?: number
  /** Why it failed. */
  readonly failure?: Told | undefined
  /** Why there is no verdict. */
  readonly error?: Told | undefined
  /** Why it was not judged, or not all of it. */
  readonly skipped?: string | undefined
  /** What else is worth reading: it need not have failed. */
  readonly output?: string | undefined
}

/** A suite of a JUnit report. */
export interface TestSuite {
  readonly name: string
  /** When it ran, in UTC: `2035-01-15T09:30:00`. */
  readonly at: string
  readonly cases: readonly TestCase[]
}

/**
 * Writes a JUnit report, as CI servers read it: valid by the schema of Jenkins' xUnit plugin, and with
 * what older ones ask for besides, times and types.
 */
export const junit = (suites: readonly TestSuite[]): string =>
  [JUNIT_BEGIN, ...suites.map(suiteXml), JUNIT_END].join('')

/** What comes before the suites of a JUnit report, and after them, for who writes one piece by piece. */
export const JUNIT_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
export const JUNIT_END = '</testsuites>\n'

/** A suite of a JUnit report in XML. */
export function suiteXml({ name, at, cases }: TestSuite): string {
  const count = (kind: 'failure' | 'error' | 'skipped') =>
    cases.filter((each) => each[kind] !== undefined).length
  const attributes = attributesOf({
    name,
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: inSeconds(cases.reduce((sum, { seconds = 0 }) => sum + seconds, 0)),
    timestamp: at,
  })
  return [
    `  <testsuite${attributes}>`,
    ...cases.flatMap((each) => caseLines(name, each)),
    '  </testsuite>',
    '',
  ].join('\n')
}

function caseLines(classname: string, each: TestCase): readonly string[] {
  const { name, seconds = 0, failure, error, skipped, output } = each
  const open = `    <testcase${attributesOf({ classname, name, time: inSeconds(seconds) })}`
  const inside = [
    ...(failure === undefined ? [] : [toldLine('failure', failure)]),
    ...(error === undefined ? [] : [toldLine('error', error)]),
    ...(skipped === undefined ? [] : [`      <skipped${attributesOf({ message: skipped })}/>`]),
    ...(output === undefined ? [] : [`      <system-out>${escaped(output)}</system-out>`]),
  ]
  return inside.length === 0 ? [`${open}/>`] : [`${open}>`, ...inside, '    </testcase>']
}

const toldLine = (element: string, { type, message, text }: Told): string =>
  `      <${element}${attributesOf({ type, message })}>${escaped(text)}</${element}>`

const inSeconds = (seconds: number): string => seconds.toFixed(3)

// A parser turns a plain line feed in an attribute into a space.
const attributesOf = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text as XML and HTML hold it. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)
