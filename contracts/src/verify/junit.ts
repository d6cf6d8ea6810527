import { existsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'

/** A case of a JUnit report. */
interface TestCase {
  readonly name: string
  /** Why it failed; empty when it passed. */
  readonly failures: readonly string[]
}

/** A suite of a JUnit report. */
export interface TestSuite {
  readonly name: string
  readonly cases: readonly TestCase[]
}

/** Writes a JUnit report, as CI servers read it. */
export const junit = (suites: readonly TestSuite[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n')

const suiteLines = ({ name, cases }: TestSuite): readonly string[] => {
  const failures = cases.filter((each) => each.failures.length > 0).length
  return [
    `  <testsuite name="${attribute(name)}" tests="${cases.length}" failures="${failures}">`,
    ...cases.flatMap((each) => caseLines(name, each)),
    '  </testsuite>',
  ]
}

const caseLines = (classname: string, { name, failures }: TestCase): readonly string[] => {
  const open = `    <testcase classname="${attribute(classname)}" name="${attribute(name)}"`
  const [first] = failures
  if (first === undefined) return [`${open}/>`]
  return [
    `${open}>`,
    `      <failure message="${attribute(first)}">${textOf(failures.join('\n'))}</failure>`,
    '    </testcase>',
  ]
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const textOf = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)

// A parser turns a plain line feed in an attribute into a space.
const attribute = (text: string): string => textOf(text).replaceAll('\n', '&#10;')

/**
 * Makes sure that a file can be written, before the work whose result it is to hold.
 * @throws what the system says, when it cannot.
 */
export const checkWritable = async (file: string): Promise<void> => {
  const isNew = !existsSync(file)
  const opened = await open(file, 'a')
  await opened.close()
  if (isNew) await rm(file)
}
