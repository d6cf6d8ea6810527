import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { linkPackages, linkPrograms } from '../support/linked.ts'
import { installPacked, type Project } from '../support/packed.ts'
import { EXAMPLES, shownBy } from './readme.ts'
import { lackingShell, run } from './run.ts'
import { tellsTheTruth } from './truth.ts'

const PEERS = ['@pact-foundation', '@types', 'typescript', 'vitest']

/** What `npm install` links to run. */
const PROGRAMS = {
  'bars-contracts': 'bars-contracts/dist/cli.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
}

let project: Project

beforeAll(async () => {
  project = await installPacked()
  cpSync(join(EXAMPLES, 'typescript'), project.folder, { recursive: true })
  linkPackages(project, PEERS)
  linkPrograms(project, PROGRAMS)
}, 60_000)

afterAll(() => rmSync(project.folder, { recursive: true }))

const runTimeless = async (command: string) => {
  const { exit, printed } = await run(project.folder, command)
  return { exit, printed: printed.replace(/ \d+(?:\.\d+)?m?s$/gm, '') }
}

tellsTheTruth(shownBy('typescript'), runTimeless, lackingShell('sh'))
