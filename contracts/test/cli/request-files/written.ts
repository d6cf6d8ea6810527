import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BuiltRequest } from '../../../src/index.ts'
import { scratchFolder } from '../../support/scratch.ts'

/** Writes files into a folder of their own; gives the folder. */
export const written = (files: Readonly<Record<string, string>>): string => {
  const folder = scratchFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** A request as it goes over the wire. */
export const asText = ({ method, path, headers, body }: BuiltRequest, base = ''): string =>
  [
    `${method} ${base}${path} HTTP/1.1`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    ...(body ? [JSON.stringify(body, null, 2)] : []),
    '',
  ].join('\n')
