import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the examples are. */
export const EXAMPLES = join('contracts', 'examples')

/** A command that a README shows, and what it says that is printed. */
export interface Shown {
  readonly command: string
  /** Undefined where it shows nothing. */
  readonly printed: string | undefined
  /** What it says that the stub prints meanwhile, where it says so. */
  readonly printedByStub: string | undefined
}

/** What the README of an example shows: the commands are its `sh` blocks, the `text` blocks what they print. */
export const shownBy = (example: string): readonly Shown[] => {
  const readme = readFileSync(join(EXAMPLES, example, 'README.md'), 'utf8')
  const blocks = [...readme.matchAll(/^```(sh|text)\n([\s\S]*?)^```$/gm)].map(
    ([, language, content = '']) => ({ isCommand: language === 'sh', content }),
  )
  return blocks.flatMap(({ isCommand, content }, place) => {
    if (!isCommand) return []
    const end = blocks.findIndex((each, other) => other > place && each.isCommand)
    const [printed, printedByStub] = blocks.slice(place + 1, end < 0 ? undefined : end)
    return [
      {
        command: content.trim(),
        printed: printed?.content,
        printedByStub: printedByStub?.content,
      },
    ]
  })
}

/** Matches what a README shows, and no more: a line of `…` is for lines that it leaves out. */
export const asShown = (text: string): RegExp => {
  const parts = text.split(/^…\n/m).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('(?:.*\\n)*?')}$`)
}
