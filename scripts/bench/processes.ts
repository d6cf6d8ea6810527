import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const children = new Set<ChildProcess>()

// An exit by signal runs no exit handler unless it is asked for.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))
process.on('exit', () => {
  for (const child of children) child.kill()
})

/** Sees to it that a process does not outlive this one. */
export const owned = <Child extends ChildProcess>(child: Child): Child => {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Ends a process of ours and waits until it is gone. */
export const end = async (child: ChildProcess): Promise<void> => {
  if (!children.has(child)) return
  const gone = once(child, 'exit')
  child.kill()
  await gone
}

/** A folder that is removed when this process ends. */
export const temporaryFolder = (parent = tmpdir()): string => {
  const folder = mkdtempSync(join(parent, 'bars-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
