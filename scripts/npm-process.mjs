import { spawnSync } from 'node:child_process'

const EVERY_MS = 500

/** Calls `then` when the npm that runs this as a script has ended; never where none runs it. */
export const whenNpmEnds = (then) => {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const npm = npmAbove(parent)
  const timer = setInterval(() => {
    // npm ends the shell when it is asked to end, and may itself be kept as a zombie.
    if (process.ppid === parent && isRunning(npm)) return
    clearInterval(timer)
    then()
  }, EVERY_MS)
  timer.unref()
}

// Between npm and its script there is a shell, which some shells then replace by what they run.
const npmAbove = (parent) => {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', `${parent}`])
  const [, above, name] = /(\d+)\s+(\S+)/.exec(String(stdout)) ?? []
  return /sh$/.test(name ?? '') ? Number(above) : parent
}

const isRunning = (id) => {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
