import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A stub that runs as a README has it run. */
export interface RunningStub {
  readonly url: string
  /** Ends it; gives all that it printed, as if it were where the README has it. */
  readonly stop: () => Promise<string>
}

const COMMAND = /^npx bars-contracts (stub( --strict)?) --port 8787$/
const CLI = ['--disable-warning=ExperimentalWarning', 'contracts/src/cli/main.ts']

/** Where the READMEs have it. */
export const SHOWN_ORIGIN = 'http://127.0.0.1:8787'

/** Runs a README's command for the stub, on a port that is free. */
export const runStub = async (command: string): Promise<RunningStub> => {
  const [, options] = COMMAND.exec(command) ?? []
  if (options === undefined) throw new Error(`not a command for the stub: ${command}`)
  const child = spawn(process.execPath, [...CLI, ...options.split(' '), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = { text: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.text += text
  })
  while (!said.text.includes('\n')) await once(child.stdout, 'data')
  const [url = ''] = /http:\S+/.exec(said.text) ?? []
  return {
    url,
    stop: async () => {
      const closed = once(child, 'close')
      child.kill('SIGTERM')
      await closed
      return said.text.replace(new URL(url).origin, SHOWN_ORIGIN)
    },
  }
}
