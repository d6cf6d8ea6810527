/** Where a command writes to. */
export interface Stream {
  readonly write: (text: string) => void
  /** Whether somebody watches it, rather than a file or a pipe. */
  readonly isTerminal: boolean
  readonly hasColour: boolean
}

/** What a command has of the outside. */
export interface Terminal {
  readonly out: Stream
  readonly err: Stream
}

/** The terminal of this process. */
export const processTerminal = (): Terminal => ({
  out: streamOf(process.stdout),
  err: streamOf(process.stderr),
})

const streamOf = (stream: NodeJS.WriteStream): Stream => ({
  write: (text) => {
    stream.write(text)
  },
  isTerminal: stream.isTTY === true,
  // https://no-color.org: any value but an empty one.
  hasColour: stream.isTTY === true && !process.env['NO_COLOR'],
})

const STYLES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39] } as const

/** Gives a text a style, where the stream shows any. */
export const paint = (stream: Stream, style: keyof typeof STYLES, text: string): string => {
  const [on, off] = STYLES[style]
  return stream.hasColour ? `\u001b[${on}m${text}\u001b[${off}m` : text
}

const EVERY_MS = 1000

/** Does long work while a terminal shows what it is and for how long; anything else shows nothing. */
export const withProgress = async <T>(
  { err }: Terminal,
  what: string,
  work: () => Promise<T>,
): Promise<T> => {
  if (!err.isTerminal) return work()
  const begun = Date.now()
  const show = () => {
    err.write(`\r${what} … ${Math.round((Date.now() - begun) / 1000)} s`)
  }
  show()
  const timer = setInterval(show, EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    // Clears the line, so that nothing of it stays.
    err.write('\r\u001b[2K')
  }
}
