import type { Page } from 'playwright-core'
import { barriersIn, overflowOf, picture, type Visitor, visit } from './visitor.ts'

type Walk = (visitor: Visitor) => Promise<unknown>

const goTo =
  (path: string): Walk =>
  ({ open }) =>
    open(path)

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Every page, and the states that a form leads to, by the name of their screenshots. */
const STATES: Readonly<Record<string, Walk>> = {
  home: goTo('/'),
  'home-python': goTo('/?as=python'),
  scenarios: goTo('/scenarios'),
  'scenarios-found': goTo('/scenarios?text=booking&status=409'),
  'scenarios-none': goTo('/scenarios?text=no-such'),
  scenario: goTo('/scenarios/booking-conflict-409'),
  'scenario-read': goTo('/scenarios/slot-free?as=http'),
  'scenario-stateful': goTo('/scenarios/111-ed-book-initial'),
  'scenario-answered': async ({ open, page }) => {
    await open('/scenarios/booking-conflict-409')
    await button(page, 'Send it now')
  },
  check: goTo('/check'),
  'check-found': async ({ open, page }) => {
    await open('/check?example=broken')
    await button(page, 'Check it')
  },
  report: async ({ open, page }) => {
    await open('/scenarios/referral-bad-request-400')
    await button(page, 'Send it now')
    await page.getByRole('link', { name: 'The whole report' }).click()
  },
  organisations: goTo('/organisations'),
  'organisations-wrong': goTo('/organisations?ods=no!'),
  organisation: goTo('/organisations/ED111'),
  'organisation-busy': async ({ open, page }) => {
    await open('/organisations/ED111')
    for (const event of ['refer-linked', 'book', 'refer-linked']) {
      await button(page, `Send ${event}`)
    }
  },
  services: goTo('/services'),
  'services-none': goTo('/services?postcode=M1'),
  headers: goTo('/headers'),
  'headers-made': async ({ open, page }) => {
    await open('/headers')
    await page.getByLabel('Practitioner').fill('Test Practitioner')
    await button(page, 'Make the headers')
  },
  'headers-taken-apart': async ({ open, page }) => {
    await open('/headers')
    await page.getByLabel('Its value').fill('eyJ2YWx1ZSI6IjEifQ==')
    await button(page, 'Take it apart')
  },
  reference: goTo('/reference'),
  rules: goTo('/reference/rules?layer=http'),
  rulings: goTo('/reference/rulings'),
  'not-found': goTo('/no-such-page'),
  'no-report': goTo('/reports/A1001.no-such'),
}

for (const [name, walk] of Object.entries(STATES)) {
  visit(
    `shows ${name} to everyone, wide and narrow, from its own host alone`,
    async ({ expect, visitor }) => {
      const { page, faults } = visitor

      await walk(visitor)
      await picture(page, `${name}-wide`)
      const barriers = await barriersIn(page)
      const overflow = await overflowOf(page)
      await picture(page, `${name}-narrow`)

      expect({ barriers, overflow, faults }).toEqual({ barriers: [], overflow: 0, faults: [] })
    },
  )
}
