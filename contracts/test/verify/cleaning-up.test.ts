import { it, vi } from 'vitest'
import { cleaningUp } from '../../src/verify/cleaning-up.ts'

it('cleans up once work is done, and gives its result', async ({ expect }) => {
  const cleanUp = vi.fn()

  const result = await cleaningUp(cleanUp, async () => cleanUp.mock.calls.length)

  expect([result, cleanUp.mock.calls.length]).toEqual([0, 1])
})

it('cleans up when work fails, and listens to nothing any more', async ({ expect }) => {
  const cleanUp = vi.fn()
  const listening = () => process.listenerCount('SIGTERM') + process.listenerCount('exit')
  const before = listening()

  const working = cleaningUp(cleanUp, async () => {
    throw new Error(`${listening() - before} listeners`)
  })

  await expect(working).rejects.toThrow('2 listeners')
  expect([cleanUp.mock.calls.length, listening()]).toEqual([1, before])
})

it('leaves it to others that listen how the process ends', async ({ expect }) => {
  const cleanUp = vi.fn()
  const other = vi.fn()
  process.once('SIGTERM', other)

  await cleaningUp(cleanUp, async () => {
    process.emit('SIGTERM', 'SIGTERM')
    expect([cleanUp.mock.calls.length, other.mock.calls.length]).toEqual([1, 1])
  })
})
