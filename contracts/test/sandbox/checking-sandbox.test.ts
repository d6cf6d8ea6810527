import { it } from 'vitest'
import { type BuiltRequest, buildRequest } from '../../src/build-request.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/checking-sandbox.ts'

const send = (
  { fetch, fhirPath }: Sandbox,
  { method, path, headers, body }: BuiltRequest,
): Promise<Response> =>
  fetch(
    new Request(`https://sandbox.test${fhirPath}${path}`, {
      method,
      headers: { ...headers },
      ...(body && { body: JSON.stringify(body) }),
    }),
  )

const book = buildRequest('111-ed-book-initial', { headers: { 'use-context': undefined } })

it('answers what has violations as the sandbox does, and remembers them', async ({ expect }) => {
  const sandbox = createSandbox()

  const { status } = await send(sandbox, book)

  expect([status, await sandbox.state('A1001')]).toEqual([200, 'appointment-booked'])
  expect(
    sandbox.violations().map(({ violations }) => violations.map(({ where }) => where)),
  ).toEqual([['header use-context']])
})

it('answers them 400 when it is strict, and changes nothing', async ({ expect }) => {
  const sandbox = createSandbox({ strict: true })

  const refused = await send(sandbox, book)
  const { status } = await send(sandbox, buildRequest('booking-accepted'))

  expect([refused.status, status, await sandbox.state('A1001')]).toEqual([400, 200, 'initial'])
  expect(sandbox.violations().length).toBe(1)
})

it('reads the clock and makes ids as it is told', async ({ expect }) => {
  const newId = '0ba25000-0000-4000-8000-00000000000f'
  const sandbox = createSandbox({ now: () => Date.UTC(2035, 0, 15), newId: () => newId })

  await sandbox.setState('A1001', 'appointment-booked')
  const answer = await sandbox.fetch(
    new Request('https://sandbox.test/_sandbox/organisations/A1001'),
  )
  const booked = await send(sandbox, buildRequest('booking-accepted'))

  expect(await answer.json()).toMatchObject({
    history: [{ at: '2035-01-15T00:00:00.000Z' }],
    resetsAt: '2035-01-16T00:00:00.000Z',
  })
  expect(await booked.text()).toContain(`"id":"${newId}"`)
})

it('lives by the clock that it is given: its history, its midnight, its Slots to come', async ({
  expect,
}) => {
  let now = Date.UTC(2035, 0, 14, 22, 30)
  const sandbox = createSandbox({ now: () => now })
  const organisation = async () =>
    (await sandbox.fetch(new Request('https://sandbox.test/_sandbox/organisations/A1001'))).json()

  const booked = await send(sandbox, book)
  const evening = await organisation()
  now = Date.UTC(2035, 0, 15, 11, 30)
  const nextDay = await organisation()
  const slots = await send(sandbox, buildRequest('slot-free'))

  expect(booked.status).toBe(200)
  expect(evening).toMatchObject({
    state: 'appointment-booked',
    history: [{ at: '2035-01-14T22:30:00.000Z' }],
    resetsAt: '2035-01-15T00:00:00.000Z',
  })
  expect(nextDay).toMatchObject({
    state: 'initial',
    history: [],
    resetsAt: '2035-01-16T00:00:00.000Z',
  })
  expect(await sandbox.state('A1001')).toBe('initial')
  expect((await slots.text()).match(/(?<="start":"2035-01-15T)\d\d:\d\d/g)).toEqual([
    '11:45',
    '12:30',
  ])
})

it('is called as fetch is, so that a client may be given it', async ({ expect }) => {
  const { fetch: send, fhirPath, violations } = createSandbox()
  const client: typeof fetch = send
  const { path, headers } = buildRequest('booking-get')
  const url = `https://sandbox.test${fhirPath}${path}`

  const answers = [
    await client(url, { headers: { ...headers } }),
    await client(new URL(url), { headers: { ...headers } }),
    await client(new Request(url), { headers: { ...headers } }),
    await client('https://sandbox.test/_ping'),
  ]

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(violations()).toEqual([])
})

it('refuses states and organisations that cannot be', async ({ expect }) => {
  const { setState, state, reset } = createSandbox()
  const noCode = new RangeError("'!!' is not an ODS code: 3 to 12 letters and digits.")

  // @ts-expect-error: not a state.
  await expect(setState('A1001', 'booked')).rejects.toThrow(
    new RangeError("'booked' is not a state: initial, appointment-booked, referral-created."),
  )
  await expect(setState('!!', 'initial')).rejects.toThrow(noCode)
  await expect(state('!!')).rejects.toThrow(noCode)
  await expect(reset('!!')).rejects.toThrow(noCode)
})
