import { it } from 'vitest'
import { exampleRequest } from '../../../src/examples/request.ts'
import { scenarioOf } from '../../../src/receiver/catalogue.ts'
import { createSandbox, reportsInMemory, toRequest } from '../../support/sandbox.ts'

const EVENTS = 'https://sandbox.test/_sandbox/organisations/A1001/events'

const ROW = scenarioOf('booking-conflict-409')

/** A sandbox, how to send to it, and its live log from now on. */
const watched = (headers: Record<string, string> = {}) => {
  const sandbox = createSandbox({ reports: reportsInMemory(), wait: async () => {} })
  const send = async () => {
    if (ROW === undefined) throw new Error('no row')
    const answer = await sandbox.fetch(toRequest(exampleRequest(ROW)))
    return answer.headers.get('Sandbox-Report')?.split('/').at(-1)
  }
  const watch = async () => {
    const response = await sandbox.fetch(new Request(EVENTS, { headers }))
    const reader = response.body?.getReader()
    const next = async () => {
      const bytes = (await reader?.read())?.value
      return bytes && new TextDecoder().decode(bytes)
    }
    return { response, next }
  }
  return { send, watch }
}

it('tells of what comes after it was opened, and keeps quiet else', async ({ expect }) => {
  const { send, watch } = watched()
  await send()
  const { response, next } = await watch()
  const quiet = await next()
  const id = await send()
  const told = await next()

  expect(response.headers.get('Content-Type')).toBe('text/event-stream')
  expect(quiet).toBe(':\n\n')
  expect(told).toBe(
    `id: ${id}\ndata: {"id":"${id}","at":"2030-01-14T12:00:00.000Z","scenario":"booking-conflict-409","status":409,"counts":{"error":0,"warning":0,"information":0}}\n\n`,
  )
})

it('goes on after the last event that a browser names', async ({ expect }) => {
  const { send, watch } = watched({
    'Last-Event-ID': 'A1001.00000000000000000000000000000001',
  })
  await send()
  const second = await send()
  const { next } = await watch()

  expect((await next())?.split('\n')[0]).toBe(`id: ${second}`)
})

it('ends after 40 looks, for a browser to come back', async ({ expect }) => {
  const { watch } = watched()
  const { next } = await watch()
  const told: unknown[] = []
  for (let value = await next(); value !== undefined; value = await next()) told.push(value)

  expect(told).toHaveLength(40)
})
