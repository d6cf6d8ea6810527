// Installs the locked dependencies when what is installed is not what the lock file says.
// Runs before `npm run dev` and `npm test` on whatever Node is there, so it uses nothing but Node.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

// npm writes down what it installed, in the form of the lock file.
const INSTALLED = 'node_modules/.package-lock.json'

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

const isInstalled = () => {
  if (!existsSync(INSTALLED)) return false
  const installed = packagesIn(INSTALLED)
  // Of the optional packages npm leaves out those that are for other machines.
  return Object.entries(packagesIn('package-lock.json')).every(([path, { optional, integrity }]) =>
    path in installed ? installed[path].integrity === integrity : optional || path === '',
  )
}

if (!isInstalled()) {
  console.error('Installing dependencies (once, under a minute) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
