import { spawn, spawnSync } from 'node:child_process'
import { delimiter, dirname } from 'node:path'

/** How a command ended. */
export interface Ran {
  readonly exit: number | null
  /** As a terminal shows it: the examples print nothing more once they have written an error. */
  readonly printed: string
}

// Of its own, so that no proxy, colour or option of this machine changes what is printed.
const ENVIRONMENT = {
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  HOME: process.env.HOME,
  TMPDIR: process.env.TMPDIR,
  LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
}

/** Runs a command in a folder, in a shell. */
export const run = (folder: string, command: string): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], { cwd: folder, env: ENVIRONMENT })
    const [out, err]: [string[], string[]] = [[], []]
    child.stdout.setEncoding('utf8').on('data', (text) => out.push(text))
    child.stderr.setEncoding('utf8').on('data', (text) => err.push(text))
    child.on('error', reject)
    child.on('close', (exit) => resolve({ exit, printed: [...out, ...err].join('') }))
  })

/** A program that an example needs, and the oldest version that will do. */
export interface Needed {
  readonly program: string
  readonly version: number
}

/** Why an example cannot run on this machine; undefined where it can. */
export const lacking = ({ program, version }: Needed): string | undefined => {
  const { stdout = '', stderr = '' } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  const [found] = /\d+/.exec(`${stdout}${stderr}`) ?? []
  return Number(found) >= version ? undefined : `needs ${program} ${version} or newer`
}
