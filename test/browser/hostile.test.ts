import type { Page } from 'playwright-core'
import { type Visitor, visit } from './visitor.ts'

// Each breaks out of a place that a text is put into: an attribute, a text box, a title, a script.
const PAYLOAD = [
  `"'></textarea></title></script></option></pre>`,
  '<img data-broken-out src=x onerror="document.title=1">',
  '<a data-broken-out href="javascript:alert(1)">x</a>{{7*7}}',
].join('')

type Walk = (visitor: Visitor) => Promise<unknown>

const ECHOES: Readonly<Record<string, Walk>> = {
  'a search for scenarios': ({ open }) =>
    open(`/scenarios?${new URLSearchParams({ text: PAYLOAD, suite: PAYLOAD })}`),
  'a search for services': ({ open }) =>
    open(
      `/services?${new URLSearchParams({ name: PAYLOAD, postcode: PAYLOAD, pathway: PAYLOAD })}`,
    ),
  'an ODS code': ({ open }) => open(`/organisations?${new URLSearchParams({ ods: PAYLOAD })}`),
  'the ODS code in a path': ({ open }) => open(`/organisations/${encodeURIComponent(PAYLOAD)}`),
  'the id of a report': ({ open }) => open(`/reports/${encodeURIComponent(PAYLOAD)}`),
  'the id of a scenario': ({ open }) => open(`/scenarios/${encodeURIComponent(PAYLOAD)}`),
  'the language of a snippet': ({ open }) => open(`/?${new URLSearchParams({ as: PAYLOAD })}`),
  'names in headers': async ({ open, page }) => {
    await open('/headers')
    for (const label of ['Its name', 'Software', 'Practitioner']) {
      await page.getByLabel(label, { exact: true }).fill(PAYLOAD)
    }
    await page.getByRole('button', { name: 'Make the headers' }).click()
  },
  'a header taken apart': async ({ open, page }) => {
    await open('/headers')
    const json = JSON.stringify({ system: PAYLOAD, value: PAYLOAD })
    await page.getByLabel('Its value').fill(Buffer.from(json).toString('base64'))
    await page.getByRole('button', { name: 'Take it apart' }).click()
  },
  'a message that is checked': async ({ open, page, space }) => {
    await open('/check')
    await page.getByLabel('Message or request').fill(await hostileMessage(space))
    await page.getByRole('button', { name: 'Check it' }).click()
  },
  'a request that is checked': async ({ open, page }) => {
    await open('/check')
    const request = `POST /${PAYLOAD} HTTP/1.1\nX-Request-Id: ${PAYLOAD}\n\n${PAYLOAD}`
    await page.getByLabel('Message or request').fill(request)
    await page.getByRole('button', { name: 'Check it' }).click()
  },
}

const messageOf = async (space: string): Promise<string> => {
  const answer = await fetch(`${space}/_sandbox/scenarios/booking-accepted/message`)
  return answer.text()
}

const hostileMessage = async (space: string): Promise<string> => {
  const escaped = JSON.stringify(PAYLOAD).slice(1, -1)
  const text = await messageOf(space)
  return ['other', 'accepted', 'free', 'Alex', 'booked', 'official'].reduce(
    (message, value) => message.replaceAll(`"${value}"`, `"${escaped}"`),
    text,
  )
}

const send = async ({ open, page }: Visitor, message: string): Promise<void> => {
  await open('/scenarios/booking-accepted')
  await page.getByText('Change the message first').click()
  await page.getByLabel('Message', { exact: true }).fill(message)
  await page.getByRole('button', { name: 'Send it now' }).click()
  await page.getByRole('heading', { name: 'The answer' }).waitFor()
}

const brokenOut = (page: Page): Promise<number> => page.locator('[data-broken-out]').count()

for (const [where, walk] of Object.entries(ECHOES)) {
  visit(`shows ${where} as text`, async ({ expect, visitor }) => {
    await walk(visitor)

    expect({ brokenOut: await brokenOut(visitor.page), faults: visitor.faults }).toEqual({
      brokenOut: 0,
      faults: [],
    })
  })
}

visit(
  'shows what was sent as text, in its report and in the day too',
  async ({ expect, visitor }) => {
    const { page, open, space, faults } = visitor
    const query = new URLSearchParams({ scenario: PAYLOAD, rule: PAYLOAD, severity: PAYLOAD })
    await send(visitor, await hostileMessage(space))
    const answered = await brokenOut(page)
    await page.getByRole('link', { name: 'The whole report' }).click()
    const reported = await brokenOut(page)
    await open(`/organisations/A1001?${query}`)

    expect({ answered, reported, listed: await brokenOut(page), faults }).toEqual({
      answered: 0,
      reported: 0,
      listed: 0,
      faults: [],
    })
  },
)

const CANARY = 'Zebedeecanary'

visit('keeps nothing of a message that a page sent', async ({ expect, visitor }) => {
  const { page, open, space } = visitor
  const message = (await messageOf(space)).replaceAll('"Alex"', `"${CANARY}"`)
  await send(visitor, message.replace('"other"', '"othr"'))
  const isEchoed = (await page.content()).includes(CANARY)
  await page.getByRole('link', { name: 'The whole report' }).click()
  const report = await page.content()
  await open('/organisations/A1001')
  const organisation = await page.content()

  expect([isEchoed, report.includes(CANARY), organisation.includes(CANARY)]).toEqual([
    true,
    false,
    false,
  ])
})
