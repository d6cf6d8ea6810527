import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { EXAMPLES, shownBy } from '../examples/readme.ts'
import { lackingShell, run } from '../examples/run.ts'
import { tellsTheTruth } from '../examples/truth.ts'
import { linkPackages, linkPrograms } from '../support/linked.ts'
import { installPacked, type Project } from '../support/packed.ts'

const PEERS = ['@pact-foundation', '@types', 'typescript', 'vitest']

/** What `npm install` links to run. */
const PROGRAMS = {
  'bars-contracts': 'bars-contracts/dist/cli.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
}

let project: Project
const copies: string[] = []

beforeAll(() => {
  project = installPacked()
  cpSync(join(EXAMPLES, 'typescript'), project.folder, { recursive: true })
  linkPackages(project, PEERS)
  linkPrograms(project, PROGRAMS)
})

afterAll(() => {
  for (const folder of [project.folder, ...copies]) rmSync(folder, { recursive: true })
})

/** Runs a command in the project; what is broken in a copy of it, for it writes pacts of its own. */
const runTimeless = async (command: string) => {
  const folder = command.startsWith('BREAK=')
    ? `${project.folder}-${copies.length}`
    : project.folder
  if (folder !== project.folder) {
    copies.push(folder)
    cpSync(project.folder, folder, { recursive: true, verbatimSymlinks: true })
  }
  const { exit, printed } = await run(folder, command)
  return { exit, printed: printed.replace(/ \d+(?:\.\d+)?m?s$/gm, '') }
}

tellsTheTruth(shownBy('typescript'), runTimeless, lackingShell('sh'))
