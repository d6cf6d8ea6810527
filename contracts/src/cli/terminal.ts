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
  out: streamOf(process.stdout, process.env),
  err: streamOf(process.stderr, process.env),
})

/** A stream of a process that has such an environment. */
export const streamOf = (
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  env: NodeJS.ProcessEnv,
): Stream => {
  // A dumb terminal has neither colours nor lines that can be cleared.
  const isTerminal = stream.isTTY === true && env['TERM'] !== 'dumb'
  return {
    write: (text) => {
      stream.write(text)
    },
    isTerminal,
    hasColour: isForced(env) ?? (isTerminal && !env['NO_COLOR']),
  }
}

// As Node has it, which lets it win over NO_COLOR: any other value asks for none.
const isForced = ({ FORCE_COLOR: value }: NodeJS.ProcessEnv): boolean | undefined =>
  value === undefined ? undefined : ['', '1', 'true', '2', '3'].includes(value)

const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
} as const

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
