import { exports } from 'cloudflare:workers'
import { it } from 'vitest'
import { ORIGIN, Sender } from '../sender.ts'

const open = (path: string, accept?: string): Promise<Response> =>
  exports.default.fetch(
    new Request(path, { redirect: 'manual', ...(accept && { headers: { Accept: accept } }) }),
  )

for (const [title, end, accept] of [
  ['asked for as .html', '.html', undefined],
  ['that a browser opens', '', 'text/html,application/xhtml+xml,*/*;q=0.8'],
] as const) {
  it(`leads from a report ${title} to its page`, async ({ expect }) => {
    const sender = new Sender()
    const answer = await sender.does('book')
    const report = answer.headers.get('Sandbox-Report') ?? ''
    const response = await open(`${report}${end}`, accept)
    const page = await open(new URL(response.headers.get('Location') ?? '', ORIGIN).href)

    expect([response.status, page.status, page.headers.get('Content-Type')]).toEqual([
      302,
      200,
      'text/html; charset=UTF-8',
    ])
    expect(await page.text()).toContain('Report on POST /$process-message')
  })
}
