import { it } from 'vitest'
import { cli } from './captured.ts'
import { runStub } from './run-stub.ts'

it('exits 2 when the port is none, or is taken', async ({ expect }) => {
  const { url } = await runStub()
  const { port } = new URL(url)

  const none = await cli('stub', '--port', '70000')
  const taken = await cli('stub', '--port', port)

  expect([none.exit, taken.exit]).toEqual([2, 2])
  expect(none.err).toContain("'70000' is no port: expected a number from 0 to 65535.")
  expect(taken.err).toContain(`Port ${port} of 127.0.0.1 is in use.`)
})

it('exits 2 and suggests when there is no such scenario', async ({ expect }) => {
  const { exit, err } = await cli('stub', '--scenario', 'booking-conflict')

  expect(exit).toBe(2)
  expect(err).toContain('Did you mean booking-conflict-409, ')
})
