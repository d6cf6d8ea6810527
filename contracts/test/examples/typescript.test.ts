import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
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
  const modules = join(project.folder, 'node_modules')
  cpSync(join(EXAMPLES, 'typescript'), project.folder, { recursive: true })
  for (const name of PEERS) symlinkSync(resolve('node_modules', name), join(modules, name))
  mkdirSync(join(modules, '.bin'))
  for (const [name, file] of Object.entries(PROGRAMS)) {
    symlinkSync(join('..', file), join(modules, '.bin', name))
  }
  chmodSync(join(modules, PROGRAMS['bars-contracts']), 0o755)
}, 60_000)

afterAll(() => rmSync(project.folder, { recursive: true }))

const runTimeless = async (command: string) => {
  const { exit, printed } = await run(project.folder, command)
  return { exit, printed: printed.replace(/ \d+(?:\.\d+)?m?s$/gm, '') }
}

tellsTheTruth(shownBy('typescript'), runTimeless, lackingShell('sh'))
