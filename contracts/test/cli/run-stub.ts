import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** The CLI's stub as a process of its own. */
interface Running {
  readonly url: string
  /** Interrupts it; gives its exit code, and all it printed after the first line. */
  readonly stop: (signal: 'SIGINT' | 'SIGTERM') => Promise<readonly [exit: number, out: string]>
}

/** Starts it on a port that is free; it ends with the test at the latest. */
export const runStub = async (...args: readonly string[]): Promise<Running> => {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'contracts/src/cli/main.ts',
      'stub',
      '--port',
      '0',
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const said = { text: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.text += text
  })
  while (!said.text.includes('\n')) await once(child.stdout, 'data')
  const [first = '', url = ''] = /^BaRS sandbox at (\S+)\n/.exec(said.text) ?? []
  return {
    url,
    stop: async (signal) => {
      const exit = await stopped(child, signal)
      return [exit, said.text.slice(first.length).replaceAll(url, '')]
    },
  }
}

const stopped = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number> => {
  const closed = once(child, 'close')
  child.kill(signal)
  const [exit] = await closed
  return exit
}
