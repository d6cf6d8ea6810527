import { spawnSync } from 'node:child_process'

/** The id of the npm that runs this as a script, or undefined where npm does not or cannot be found. */
export const npmProcess = () => {
  if (process.env.npm_lifecycle_event === undefined) return undefined
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', `${process.ppid}`])
  const [, above, name] = /(\d+)\s+(\S+)/.exec(String(stdout)) ?? []
  // Between the two there is a shell, which some shells then replace by what they run.
  return /sh$/.test(name ?? '') ? Number(above) : process.ppid
}

/** Whether there is a process with that id. */
export const isRunning = (id) => {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
