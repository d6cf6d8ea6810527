import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { startWorker } from '../node/start-worker.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the sandbox is. */
    readonly origin: string
    /** Where the browser listens; empty where there is none. */
    readonly browser: string
  }
}

const BROWSERS = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

// Nothing that it does by itself may ask another host.
const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

const MISSING = 'No Chromium found: the tests of the pages are skipped. CHROMIUM may name one.'

/** Starts one sandbox and one browser for all tests; without a browser they are skipped. */
const start = async (project: TestProject) => {
  const executablePath = BROWSERS.find((path) => path !== '' && existsSync(path))
  if (executablePath === undefined) {
    process.stderr.write(`${MISSING}\n`)
    project.provide('browser', '')
    project.provide('origin', '')
    return undefined
  }
  const [browser, worker] = await Promise.all([
    chromium.launchServer({ executablePath, args: QUIET }),
    startWorker(),
  ])
  project.provide('browser', browser.wsEndpoint())
  project.provide('origin', worker.origin)
  return () => Promise.all([browser.close(), worker.close()])
}

export default start
