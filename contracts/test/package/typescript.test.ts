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

beforeAll(() => {
  project = installPacked()
  cpSync(join(EXAMPLES, 'typescript'), project.folder, { recursive: true })
  linkPackages(project, PEERS)
  linkPrograms(project, PROGRAMS)
})

afterAll(() => rmSync(project.folder, { recursive: true }))

const runTimeless = async (command: string) => {
  const { exit, printed } = await run(project.folder, command)
  return { exit, printed: printed.replace(/ \d+(?:\.\d+)?m?s$/gm, '') }
}

tellsTheTruth(shownBy('typescript'), runTimeless, lackingShell('sh'))
