import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { pactBinary } from '../../../contracts/src/verify/prerequisites.ts'

const Report = z.object({
  interactionResults: z.array(z.object({ interactionKey: z.string(), result: z.string() })),
})

/** Runs Pact's verifier with these flags: its exit code, and what came of each interaction. */
export const verifier = async (flags: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'bars-pact-'))
  const file = join(folder, 'report.json')
  try {
    const code = await exitOf([...flags, '-j', file])
    const { interactionResults } = Report.parse(JSON.parse(readFileSync(file, 'utf8')))
    const results = interactionResults.map((each) => [each.interactionKey, each.result] as const)
    return { code, results }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const exitOf = (flags: readonly string[]): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(pactBinary(process.cwd()), ['verifier', ...flags], {
      stdio: 'ignore',
    })
    child.on('error', reject)
    child.on('exit', resolve)
  })
