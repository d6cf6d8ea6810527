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

/** The events of a whole conversation, what each is answered, and the state that it leads to. */
const CONVERSATION = [
  ['refer-linked', '400', 'initial'],
  ['book', '200', 'appointment-booked'],
  ['update-booking', '200', 'appointment-booked'],
  ['refer-mislinked', '409', 'appointment-booked'],
  ['refer-linked', '200', 'referral-created'],
  ['book', '409', 'referral-created'],
  ['cancel-referral', '200', 'appointment-booked'],
  ['cancel-booking', '200', 'initial'],
] as const

const hereIn = async ({ page }: Visitor): Promise<string | undefined> =>
  (await page.locator('#machine-title').textContent())?.split(' ').at(-1)

for (const who of ['visitor', 'reader'] as const) {
  const how = who === 'reader' ? ' without scripts' : ''
  visit(`leads through a whole 111-ED conversation${how}`, async ({ expect, visitor, reader }) => {
    const walker = who === 'reader' ? reader : visitor
    const { page, open } = walker
    const states: (string | undefined)[] = []
    await open('/organisations/ED111')
    for (const [event] of CONVERSATION) {
      await page.getByRole('button', { name: `Send ${event}`, exact: true }).click()
      states.push(await hereIn(walker))
    }
    await page.reload()
    const log = page.getByRole('region', { name: 'Requests' })
    const statuses = await log.getByRole('row').locator('td:nth-of-type(2)').allInnerTexts()

    expect(states).toEqual(CONVERSATION.map(([, , state]) => state))
    expect(statuses.toReversed()).toEqual(CONVERSATION.map(([, status]) => status))
  })
}

visit('sets a state by hand, and resets the day', async ({ expect, visitor }) => {
  const { page, open } = visitor
  await open('/organisations/ED111')
  await page.getByLabel('State', { exact: true }).selectOption('referral-created')
  await page.getByRole('button', { name: 'Put it there' }).click()
  const put = await hereIn(visitor)
  await page.getByRole('button', { name: 'Reset the day' }).click()

  expect([put, await hereIn(visitor)]).toEqual(['referral-created', 'initial'])
})

visit('opens a space whose name nobody can guess', async ({ expect, visitor }) => {
  const { page, space } = visitor
  await page.goto(new URL('/', space).href)
  await page.getByRole('button', { name: 'Open a new space' }).click()

  expect(new URL(page.url()).pathname).toMatch(/^\/s\/[0-9a-f-]{36}\/$/)
  expect(await page.getByRole('banner').innerText()).toContain('Space')
})

visit('refuses a form of another site', async ({ expect, visitor }) => {
  const { space } = visitor
  const post = (origin: string) =>
    fetch(`${space}/organisations/ED111/reset`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    })
  const [own, other] = [await post(new URL(space).origin), await post('https://elsewhere.example')]

  expect([own.status, other.status]).toEqual([303, 403])
})

visit(
  'changes the language of a snippet and leaves the page where it is',
  async ({ expect, visitor }) => {
    const { page, open } = visitor
    await open('/scenarios/slot-free')
    await page.evaluate('document.body.dataset.stays = "yes"')
    await page.getByRole('link', { name: 'Python' }).click()
    await page.getByRole('region', { name: 'The request in Python' }).waitFor()

    expect([
      await page.evaluate('document.body.dataset.stays'),
      new URL(page.url()).search,
    ]).toEqual(['yes', '?ods=A1001&as=python'])
  },
)

visit('shows a request of another client as it comes', async ({ expect, visitor }) => {
  const { page, open, space } = visitor
  await open('/organisations/A1001')
  const before = await page.getByRole('heading', { name: 'Today’s requests' }).count()
  await fetch(`${space}/booking-and-referral/FHIR/R4/Slot`, {
    headers: {
      'NHSD-End-User-Organisation': btoa(
        '{"resourceType":"Organization","identifier":[{"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"A1001"}]}',
      ),
    },
  })
  const row = page.getByRole('region', { name: 'Requests' }).getByRole('row').nth(1)

  expect(before).toBe(1)
  expect(await row.innerText()).toContain('400')
})
