import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import about from '../../package.json' with { type: 'json' }
import { createApp } from '../../src/app.ts'
import type { Act } from '../../src/receiver/111-ed/act.ts'
import { organisationsInMemory } from '../../src/receiver/111-ed/organisations.ts'
import type { Applied } from '../../src/receiver/111-ed/standing.ts'
import { bookAndCancel, type Load, METADATA } from './subjects.ts'
import { DEPLOYED } from './workerd.ts'

/** Puts the modules of all Workers into the folder: the sandbox's as it would be deployed. */
export const writeWorkers = async (folder: string): Promise<void> => {
  copyFileSync(new URL('./workers/bare.mjs', import.meta.url), join(folder, 'bare.mjs'))
  writeFileSync(join(folder, 'answers.json'), JSON.stringify(await sandboxAnswers()))
  bundle('wrangler.toml', join(folder, 'sandbox'))
  copyFileSync(join(folder, 'sandbox/index.js'), join(folder, 'sandbox.mjs'))
  writeFileSync(join(folder, 'check.json'), JSON.stringify(CHECK))
  bundle(join(folder, 'check.json'), join(folder, 'check'))
  copyFileSync(join(folder, 'check/check.js'), join(folder, 'check.mjs'))
  writeFileSync(join(folder, 'reporting.json'), JSON.stringify(REPORTING))
  bundle(join(folder, 'reporting.json'), join(folder, 'reporting'))
  copyFileSync(join(folder, 'reporting/reporting.js'), join(folder, 'reporting.mjs'))
}

const CHECK = {
  name: 'check',
  main: fileURLToPath(new URL('./workers/check.ts', import.meta.url)),
  compatibility_date: DEPLOYED.compatibility_date,
}

const REPORTING = {
  name: 'reporting',
  main: fileURLToPath(new URL('./workers/reporting.ts', import.meta.url)),
  compatibility_date: DEPLOYED.compatibility_date,
  durable_objects: DEPLOYED.durable_objects,
  migrations: DEPLOYED.migrations,
}

const bundle = (config: string, outdir: string): void => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/wrangler/bin/wrangler.js',
      ...['deploy', '--dry-run', '--minify', '--config', config, '--outdir', outdir],
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`${config} does not bundle:\n${stdout}${stderr}`)
}

/** The size of the sandbox's bundle, compressed. */
export const gzipBytes = (folder: string): number =>
  gzipSync(readFileSync(join(folder, 'sandbox.mjs'))).byteLength

/** What the sandbox answers, for Workers that answer the same without asking why. */
interface Answers {
  readonly metadata: { readonly headers: Headers; readonly body: string }
  /** Of a booking and its cancel: what its organisation is asked, what that comes to, and the headers. */
  readonly turn: readonly {
    readonly act: Act
    readonly applied: Applied
    readonly headers: Headers
  }[]
}

type Headers = Readonly<Record<string, string>>

// As long as the origin of a workerd of the bench, so that the answer is as long as that of the sandbox.
const ORIGIN = 'http://127.0.0.1:65535'

/** Asks a sandbox what the Workers that are compared to it are to answer. */
export const sandboxAnswers = async (): Promise<Answers> => {
  const taken: { act: Act; applied: Applied }[] = []
  const inMemory = organisationsInMemory()
  const sandbox = createApp({
    now: () => Date.UTC(2026, 0, 15),
    newId: () => crypto.randomUUID(),
    version: about.version,
    organisations: (space, odsCode) => {
      const organisation = inMemory(space, odsCode)
      const apply = async (act: Act, now: number) => {
        const applied = await organisation.apply(act, now)
        taken.push({ act, applied })
        return applied
      }
      return { ...organisation, apply }
    },
  })
  const answerTo = async ({ path, headers, ...init }: Load) => {
    const response = await sandbox.request(ORIGIN + path, { ...init, headers: { ...headers } })
    return { headers: Object.fromEntries(response.headers), body: await response.text() }
  }
  const metadata = await answerTo(METADATA)
  const turn: Answers['turn'][number][] = []
  for (const load of bookAndCancel('BENCH')) {
    const { headers } = await answerTo(load)
    const last = taken.pop()
    if (last !== undefined) turn.push({ ...last, headers })
  }
  return { metadata, turn }
}
