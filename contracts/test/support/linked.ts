import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Project } from './packed.ts'

/** Gives a project these packages of ours, by their names or scopes, as if it had installed them. */
export const linkPackages = ({ folder }: Project, names: readonly string[]): void => {
  for (const name of names) {
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction')
  }
}

/** Links programs in a project's `.bin`, as `npm install` does: for each name, a file of a package. */
export const linkPrograms = (
  { folder }: Project,
  programs: Readonly<Record<string, string>>,
): void => {
  const modules = join(folder, 'node_modules')
  for (const [name, file] of Object.entries(programs)) {
    const link = join(modules, '.bin', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(modules, file), link)
    chmodSync(join(modules, file), 0o755)
  }
}
