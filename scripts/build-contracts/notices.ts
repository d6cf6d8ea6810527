import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//

/** The licences of the packages that were bundled: theirs ask that a copy go with the code. */
export const notices = (bundled: readonly string[]): string => {
  const folders = new Set(bundled.flatMap((path) => PACKAGE.exec(path)?.[1] ?? []))
  return [...folders].sort().map(notice).join('\n')
}

const notice = (folder: string): string => {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
  if (file === undefined) throw new Error(`${name} has no licence file, so it cannot be bundled`)
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
}
