import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, it } from 'vitest'
import { asShown, EXAMPLES, shownBy } from './readme.ts'
import { lacking, type Needed, run } from './run.ts'
import { type RunningStub, runStub, SHOWN_ORIGIN } from './stub.ts'

/**
 * Tests that an example does what its README shows: each command, run in a copy of the folder against
 * the stub that the first command runs, prints just that. What is broken on purpose exits 1, all else 0.
 */
export const tellsTheTruth = (example: string, needed: Needed, shell = 'sh'): void => {
  const [first, ...others] = shownBy(example)
  const lack = lacking(needed)
  const folder = mkdtempSync(join(tmpdir(), `bars-${example}-`))
  let stub: RunningStub

  beforeAll(async () => {
    cpSync(join(EXAMPLES, example), folder, { recursive: true })
    stub = await runStub(first?.command ?? '')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  for (const { command, printed = '' } of others) {
    it(`${shell}: ${command}`, async ({ expect, skip }) => {
      if (lack !== undefined) skip(lack)
      const here = command
        .replace(SHOWN_ORIGIN, new URL(stub.url).origin)
        .replace(/\bsh (?=\S+\.sh\b)/, `${shell} `)

      const ran = await run(folder, here)

      expect(ran).toEqual({ exit: command.startsWith('BREAK=') ? 1 : 0, printed })
    })
  }

  it(`${shell}: ${first?.command}`, async ({ expect, skip }) => {
    const printed = await stub.stop()

    if (lack !== undefined) skip(lack)
    expect(printed).toMatch(asShown(`${first?.printed}…\n`))
    for (const { printedByStub } of others) {
      if (printedByStub !== undefined) expect(printed).toMatch(asShown(`…\n${printedByStub}…\n`))
    }
  })
}
