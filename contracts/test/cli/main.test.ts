import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { it } from 'vitest'
import { buildRequest } from '../../src/index.ts'
import { asText, written } from './request-files/written.ts'

const MAIN = ['--disable-warning=ExperimentalWarning', 'contracts/src/cli/main.ts']

/** Runs the CLI with nobody to read what it prints; gives its exit code. */
const unread = async (
  stream: 'stdout' | 'stderr',
  ...args: readonly string[]
): Promise<unknown> => {
  const child = spawn(process.execPath, [...MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.resume()
  child.stderr.resume()
  child[stream].destroy()
  const [exit] = await once(child, 'close')
  return exit
}

const right = buildRequest('booking-conflict-409')
const wrong = buildRequest('booking-conflict-409', { headers: { 'X-Request-Id': '1' } })

it('exits as it would if its reader had not gone', async ({ expect }) => {
  const folder = written({ 'right.http': asText(right), 'wrong.http': asText(wrong) })

  const exits = await Promise.all([
    unread('stdout', 'check', join(folder, 'right.http')),
    unread('stdout', 'check', join(folder, 'wrong.http')),
    unread('stderr', 'check', join(folder, 'no-such-file.http')),
    unread('stdout', 'list'),
  ])

  expect(exits).toEqual([0, 1, 2, 0])
})
