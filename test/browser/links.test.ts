import { randomUUID } from 'node:crypto'
import { inject, it } from 'vitest'

const LINK = /\s(?:href|src)="([^"]+)"/g
const ID = /\sid="([^"]+)"/g

interface Fetched {
  readonly status: number
  /** Of a page; empty for anything else. */
  readonly html: string
}

const fetched = async (url: string): Promise<Fetched> => {
  const response = await fetch(url, { headers: { Accept: 'text/html' } })
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') === true
  const text = await response.text()
  return { status: response.status, html: isPage ? text : '' }
}

// The same page in another language of its snippet, or for another organisation.
const SAME = /[?&](?:as|ods)=/

const linksIn = (html: string, url: string): readonly URL[] =>
  [...html.matchAll(LINK)].map(([, link = '']) => new URL(link.replaceAll('&amp;', '&'), url))

/** Follows every link from a page on, some at a time, and tells of those that lead nowhere. */
const followAll = async (start: string): Promise<{ broken: string[]; pages: number }> => {
  const broken: string[] = []
  const pages = new Map<string, Fetched>()
  const anchors: [from: string, to: URL][] = []
  let waiting = [start]
  while (waiting.length > 0) {
    const found = await Promise.all(
      waiting.map(async (url) => {
        const page = await fetched(url)
        pages.set(url, page)
        if (page.status !== 200) broken.push(`${url} is ${page.status}`)
        const links = linksIn(page.html, url)
        for (const link of links) if (link.hash !== '') anchors.push([url, link])
        return links.map((link) => link.href.replace(/#.*$/, ''))
      }),
    )
    waiting = [...new Set(found.flat())].filter((url) => !pages.has(url) && !SAME.test(url))
  }
  for (const [from, to] of anchors) {
    const page = pages.get(to.href.replace(/#.*$/, ''))
    const ids = [...(page?.html ?? '').matchAll(ID)].map(([, id]) => `#${id}`)
    if (page !== undefined && !ids.includes(to.hash)) broken.push(`${from} leads to ${to.hash}`)
  }
  return { broken, pages: pages.size }
}

it.skipIf(inject('origin') === '')('links to nothing that is not there', async ({ expect }) => {
  const { broken, pages } = await followAll(`${inject('origin')}/s/${randomUUID()}/`)

  expect(broken).toEqual([])
  expect(pages).toBeGreaterThan(110)
})
