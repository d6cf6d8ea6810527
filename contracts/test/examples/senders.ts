import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, it } from 'vitest'
import { asShown, EXAMPLES, shownBy } from './readme.ts'
import { lacking, lackingShell, type Needed, run } from './run.ts'
import { type RunningStub, runStub, SHOWN_ORIGIN } from './stub.ts'
import { tellsTheTruth } from './truth.ts'

/**
 * Tests an example whose README first runs a stub, then Senders against it, in a copy of its folder.
 * Scripts are run by `shell`.
 */
export const sendsAsShown = (example: string, needed: Needed, shell = 'sh'): void => {
  const [start, ...commands] = shownBy(example)
  if (start === undefined) throw new Error(`the README of ${example} runs no stub`)
  const lack = lackingShell(shell) ?? lacking(needed)
  const folder = mkdtempSync(join(tmpdir(), `bars-${example}-`))
  let stub: RunningStub

  beforeAll(async () => {
    cpSync(join(EXAMPLES, example), folder, { recursive: true })
    stub = await runStub(start.command)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  const runHere = (command: string) => {
    const here = command.replace(SHOWN_ORIGIN, new URL(stub.url).origin)
    return run(folder, here.replace(/\bsh (?=\S+\.sh\b)/, `${shell} `))
  }
  tellsTheTruth(commands, runHere, lack)

  it(`prints what the README shows: ${start.command}`, async ({ expect, skip }) => {
    const printed = await stub.stop()

    if (lack !== undefined) skip(lack)
    expect(printed).toMatch(asShown(`${start.printed}…\n`))
    expect(printed).not.toContain('worth mending')
    for (const { printedByStub } of commands) {
      if (printedByStub !== undefined) expect(printed).toMatch(asShown(`…\n${printedByStub}…\n`))
    }
  })
}
