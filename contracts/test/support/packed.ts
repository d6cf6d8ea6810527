import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'

/** A project outside this one that has installed the packed tarball, and nothing else. */
export interface Project {
  readonly folder: string
}

/** Unpacks the package as `npm install` would. */
export const installPacked = (): Project => {
  const folder = mkdtempSync(join(tmpdir(), 'bars-outsider-'))
  const installed = join(folder, 'node_modules', 'bars-contracts')
  mkdirSync(installed, { recursive: true })
  run(folder, 'tar', '-xzf', inject('tarball'), '-C', installed, '--strip-components=1')
  return { folder }
}

/** Runs a program in a folder and gives what it printed; throws what it said when it fails. */
export const run = (folder: string, program: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${program} exited ${status}\n${stdout}${stderr}`)
  return stdout
}

/** Writes a file of a project and runs it in Node. */
export const runFile = ({ folder }: Project, name: string, source: string): string => {
  writeFileSync(join(folder, name), source)
  return run(folder, process.execPath, name)
}
