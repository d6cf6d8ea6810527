import { spawn, spawnSync } from 'node:child_process'
import { delimiter, dirname } from 'node:path'

/** How a command ended. */
export interface Ran {
  readonly exit: number | null
  /** As a terminal shows it. */
  readonly printed: string
}

// Of its own, so that no proxy, colour or option of this machine changes what is printed.
const ENVIRONMENT = {
  PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
  HOME: process.env['HOME'],
  TMPDIR: process.env['TMPDIR'],
  LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
  NO_COLOR: '1',
  PYTHONUNBUFFERED: '1',
  PACT_DO_NOT_TRACK: 'true',
}

/** Runs a command in a folder, in a shell. */
export const run = (folder: string, command: string): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', `exec 2>&1\n${command}`], { cwd: folder, env: ENVIRONMENT })
    const printed: string[] = []
    child.stdout.setEncoding('utf8').on('data', (text) => printed.push(text))
    child.on('error', reject)
    child.on('close', (exit) => resolve({ exit, printed: printed.join('') }))
  })

/** A program that an example needs, and the oldest version that will do. */
export interface Needed {
  readonly program: string
  readonly version: number
}

/** Why an example cannot run on this machine; undefined where it can. */
export const lacking = ({ program, version }: Needed): string | undefined => {
  const { stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  const [found] = /\d+/.exec(`${stdout}${stderr}`) ?? []
  return Number(found) >= version ? undefined : `needs ${program} ${version} or newer`
}

/** Why nothing can be run by a shell on this machine; undefined where it can. */
export const lackingShell = (shell: string): string | undefined => {
  const has = process.platform !== 'win32' && spawnSync(shell, ['-c', ':']).status === 0
  return has ? undefined : `needs ${shell}`
}
