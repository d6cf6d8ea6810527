import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, it } from 'vitest'
import { asShown } from '../examples/readme.ts'
import { run } from '../examples/run.ts'
import { linkPackages, linkPrograms } from '../support/linked.ts'
import { installPacked, type Project } from '../support/packed.ts'

interface Block {
  readonly kind: string
  readonly content: string
}

const README = readFileSync('contracts/README.md', 'utf8')

/** Blocks of a section of the README that a reader acts on, and those that show what is printed. */
const blocksOf = (heading: string): readonly Block[] => {
  const section = README.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(/^```(sh|js|diff|text)\n([\s\S]*?)^```$/gm)].map(
    ([, kind = '', content = '']) => ({ kind, content }),
  )
}

let project: Project

beforeAll(() => {
  project = installPacked()
  linkPackages(project, ['@pact-foundation'])
  linkPrograms(project, { 'bars-contracts': 'bars-contracts/dist/cli.js' })
})

afterAll(() => rmSync(project.folder, { recursive: true }))

/** Writes the file that the first line of a block names. */
const writeBlock = (content: string): void => {
  const [, name = '', source = ''] = /^\/\/ (\S+)\n([\s\S]*)$/.exec(content) ?? []
  writeFileSync(join(project.folder, name), source)
}

/** Puts the second line of a block in place of the first, in the client. */
const mendClient = (content: string): void => {
  const [, from = '', to = ''] = /^-(.*)\n\+(.*)\n$/.exec(content) ?? []
  const file = join(project.folder, 'client.mjs')
  const source = readFileSync(file, 'utf8')
  if (!source.includes(from)) throw new Error(`client.mjs has no line ${from}`)
  writeFileSync(file, source.replace(from, to))
}

/** Does what a reader does, block by block: what the README shows, and what is printed where that is not it. */
const walk = async (blocks: readonly Block[]) => {
  const shown: string[] = []
  const printed: string[] = []
  for (const [place, { kind, content }] of blocks.entries()) {
    if (kind === 'js') writeBlock(content)
    if (kind === 'diff') mendClient(content)
    if (kind !== 'sh') continue
    const text = blocks[place + 1]?.content ?? ''
    const ran = (await run(project.folder, content)).printed.replace(/ \(\d.*ms\)$/gm, '')
    shown.push(text)
    printed.push(asShown(text).test(ran) ? text : ran)
  }
  return { shown, printed }
}

it('takes a reader from a failing test to a verified pact, and prints what it shows', async ({
  expect,
}) => {
  const [install, ...blocks] = blocksOf('Five minutes')

  const { shown, printed } = await walk(blocks)

  expect(install?.content).toBe('npm install --save-dev bars-contracts\n')
  expect(shown.length).toBe(4)
  expect(printed).toEqual(shown)
}, 60_000)

it('takes a reader from each of three findings to a request that passes', async ({ expect }) => {
  const { shown, printed } = await walk(blocksOf('From a finding to a passing request'))

  expect(shown.length).toBe(6)
  expect(printed).toEqual(shown)
}, 60_000)
