import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type * as axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject, it } from 'vitest'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

let browser: Promise<Browser> | undefined

// The pages leave nothing in a browser, so that one is as good as a new one.
const contexts = new Map<boolean, Promise<BrowserContext>>()

const contextWith = (javaScriptEnabled: boolean): Promise<BrowserContext> => {
  browser ??= chromium.connect(inject('browser'))
  const context =
    contexts.get(javaScriptEnabled) ??
    browser.then((its) => its.newContext({ javaScriptEnabled, viewport: WIDE }))
  contexts.set(javaScriptEnabled, context)
  return context
}

const WIDE = { width: 1280, height: 900 }
// The same window at 400 %.
const NARROW = { width: 320, height: 700 }

/** A reader of the pages, in a space of their own. */
export interface Visitor {
  readonly page: Page
  /** The address of the space, without a slash at its end. */
  readonly space: string
  /** What went wrong behind the page: errors, refusals of the policy, requests to other hosts. */
  readonly faults: readonly string[]
  readonly open: (path: string) => Promise<void>
}

const visitorWith = async (
  javaScriptEnabled: boolean,
  use: (visitor: Visitor) => Promise<void>,
): Promise<void> => {
  const page = await (await contextWith(javaScriptEnabled)).newPage()
  page.setDefaultTimeout(20_000)
  const origin = inject('origin')
  const space = `${origin}/s/${randomUUID()}`
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (message) => {
    // A page that says 404 or 403 is what the test asked for.
    if (message.type() === 'error' && !message.text().includes('status of 40')) {
      faults.push(message.text())
    }
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) faults.push(request.url())
  })
  const open = async (path: string) => {
    await page.goto(`${space}${path}`)
  }
  try {
    await use({ page, space, faults, open })
  } finally {
    await page.close()
  }
}

const withVisitor = it.extend<{ visitor: Visitor; reader: Visitor }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern that nothing is needed.
  visitor: async ({}, use) => visitorWith(true, use),
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  reader: async ({}, use) => visitorWith(false, use),
})

/** A test with a browser; skipped where there is none. */
export const visit = withVisitor.skipIf(inject('browser') === '')

// Contrast is more than half of what axe takes, and hangs on few colours: CI looks at it everywhere.
const RULES = process.env['AXE_RULES'] === 'all' ? {} : { 'color-contrast': { enabled: false } }

/** What axe finds wrong with a page, one line each. */
export const barriersIn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(
    (rules): Promise<axe.AxeResults> => Reflect.get(globalThis, 'axe').run({ rules }),
    RULES,
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** Makes the window narrow; by how many pixels the page is wider than that. */
export const overflowOf = async (page: Page): Promise<number> => {
  await page.setViewportSize(NARROW)
  return page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
}

/** Takes a picture of the page where pictures are asked for: SCREENSHOTS=1. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env['SCREENSHOTS'] === undefined) return
  await page.screenshot({ path: `test/browser/screenshots/${name}.png`, fullPage: true })
}
