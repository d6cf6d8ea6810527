import type { Locator } from 'playwright-core'
import type { Visitor } from './visitor.ts'
import { visit } from './visitor.ts'

/** Clicks as a user does, and counts. */
const clicker = () => {
  let clicks = 0
  return {
    click: async (what: Locator) => {
      clicks += 1
      await what.click()
    },
    clicks: () => clicks,
  }
}

const bookingConflictAndReport = async ({ page, open }: Visitor) => {
  const { click, clicks } = clicker()
  const link = (name: string) => page.getByRole('link', { name, exact: true }).first()
  const send = () => page.getByRole('button', { name: 'Send it now' })
  await open('/')
  await click(link('Scenarios'))
  await click(link('New booking for a verified patient'))
  await click(send())
  const booked = await page.getByRole('heading', { name: 'The answer' }).innerText()
  await click(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Scenarios' }),
  )
  await click(link('New booking of a Slot that is taken'))
  await click(send())
  const refused = await page.getByRole('heading', { name: 'The answer' }).innerText()
  await click(page.getByRole('link', { name: 'The whole report' }))
  const report = await page.getByRole('heading', { level: 1 }).innerText()
  return { booked, refused, report, clicks: clicks() }
}

const WALKED = {
  booked: 'The answer 200',
  refused: 'The answer 409',
  report: 'Report on POST /$process-message',
  clicks: 7,
}

const inOneLine = (walked: Awaited<ReturnType<typeof bookingConflictAndReport>>) => ({
  ...walked,
  booked: walked.booked.replace(/\s+/g, ' '),
  refused: walked.refused.replace(/\s+/g, ' '),
})

visit(
  'leads from home to a booking, a 409 and its report in 7 clicks',
  async ({ expect, visitor }) => {
    expect(inOneLine(await bookingConflictAndReport(visitor))).toEqual(WALKED)
  },
)

visit('leads there without scripts too', async ({ expect, reader }) => {
  expect(inOneLine(await bookingConflictAndReport(reader))).toEqual(WALKED)
})

visit('leads from a broken message to its mend in 3 clicks', async ({ expect, visitor }) => {
  const { page, open } = visitor
  const { click, clicks } = clicker()
  await open('/')
  await click(page.getByRole('link', { name: 'Check a message', exact: true }).first())
  const message = await fetch(`${visitor.space}/_sandbox/scenarios/booking-accepted/message`)
  const text = JSON.stringify(await message.json(), null, 2)
  await page.getByLabel('Message or request').fill(text.replace('"other"', '"othr"'))
  await click(page.getByRole('button', { name: 'Check it' }))
  const mend = await page.locator('.app-finding__mend').innerText()
  await page.getByLabel('Message or request').fill(text)
  await click(page.getByRole('button', { name: 'Check it' }))

  expect([mend, await page.locator('.app-clean').innerText(), clicks()]).toEqual([
    'To mend it: did you mean other?',
    'Nothing. The request goes against no rule.',
    3,
  ])
})
