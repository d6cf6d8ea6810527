import { it } from 'vitest'
import { asShown, type Shown } from './readme.ts'
import type { Ran } from './run.ts'

/**
 * Tests that each command prints what a README shows. What is broken on purpose exits 1, all else 0.
 * @param lack why none of it can be run on this machine, if so
 */
export const tellsTheTruth = (
  shown: readonly Shown[],
  run: (command: string) => Promise<Ran>,
  lack?: string,
): void => {
  for (const { command, printed = '' } of shown) {
    const isBroken = command.startsWith('BREAK=')
    // One after the other, as a reader does: but what is broken leaves nothing that others need.
    const test = isBroken ? it.concurrent : it
    test(`prints what the README shows: ${command}`, { timeout: 60_000 }, async ({
      expect,
      skip,
    }) => {
      if (lack !== undefined) skip(lack)

      const ran = await run(command)

      const told = asShown(printed).test(ran.printed) ? printed : ran.printed
      expect({ ...ran, printed: told }).toEqual({ exit: isBroken ? 1 : 0, printed })
    })
  }
}
