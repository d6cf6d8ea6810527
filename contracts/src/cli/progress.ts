import type { Terminal } from './terminal.ts'

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
