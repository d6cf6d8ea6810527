import { randomUUID } from 'node:crypto'
import { buildRequest, type Client, type ScenarioId } from '../../src/index.ts'

/** Changes the text of a body on its way. */
export type Change = (body: string) => string

/** A client that sends the example of a scenario as it stands, and expects any answer. */
export const sends =
  (id: ScenarioId, change: Change = (body) => body): Client =>
  async (baseUrl) => {
    const { method, path, headers, body } = buildRequest(id)
    await post(baseUrl + path, method, headers, body && change(JSON.stringify(body)))
  }

/** A client that makes every id afresh, and sends its messages now. */
export const mints =
  (id: ScenarioId): Client =>
  async (baseUrl) => {
    const { method, path, headers, body } = buildRequest(id)
    const fresh = freshly(method === 'POST' ? soon : (text) => text)
    const minted = Object.entries(headers).map(([name, value]) => [name, fresh(value)])
    const sent = body && fresh(JSON.stringify(body))
    await post(baseUrl + path, method, Object.fromEntries(minted), sent)
  }

const post = async (url: string, method: string, headers: object, body: string | undefined) => {
  const answer = await fetch(url, { method, headers: { ...headers }, ...(body && { body }) })
  await answer.text()
}

const OURS = /(?:0ba2500\d|da83ae28)-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const freshly = (change: Change): Change => {
  const minted = new Map<string, string>()
  const mint = (id: string): string => {
    const fresh = minted.get(id) ?? randomUUID().toUpperCase()
    minted.set(id, fresh)
    return fresh
  }
  return (text) => change(text.replace(OURS, mint))
}

const DAY_MS = 24 * 60 * 60 * 1000

/** The examples' day becomes one of the next ten; the time at which they are sent, now. */
const soon: Change = (text) => {
  const days = 1 + Math.floor(Math.random() * 10)
  const day = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
  return text
    .replaceAll('2035-01-15T09:00:00.0000000+00:00', new Date().toISOString())
    .replaceAll('2035-01-15', day)
}
