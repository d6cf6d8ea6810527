import { execFile } from 'node:child_process'
import { afterAll, beforeAll, it } from 'vitest'
import { startWorker } from './start-worker.ts'

const PATH = '/booking-and-referral/FHIR/R4'
let worker: Awaited<ReturnType<typeof startWorker>>

beforeAll(async () => {
  worker = await startWorker()
})

afterAll(() => worker.close())

/** Python's exit code, `ENOENT` where there is no Python, and all it wrote. */
const python = (...args: readonly string[]) =>
  new Promise<{ code: unknown; output: string }>((resolve) => {
    execFile('python3', args, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, output: `${stdout}${stderr}` })
    })
  })

it('lets the example Sender in Python complete every stateless workflow, in every dialect', async ({
  expect,
  skip,
}) => {
  skip((await python('--version')).code === 'ENOENT', 'python3 is not on this machine')

  const { code, output } = await python('test/senders/python', '--base', `${worker.origin}${PATH}`)

  expect(code, output).toBe(0)
  expect(output).toMatch(/^all \d+ workflows in \d+ dialects$/m)
})
