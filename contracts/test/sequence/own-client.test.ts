import { it } from 'vitest'
import { createSandbox } from '../../src/sandbox/checking-sandbox.ts'
import { runSequence } from '../../src/sequence/run-sequence.ts'
import { clientOf } from './own-client.ts'

it("runs with a Sender's own client, which need only tell the status", async ({ expect }) => {
  const client = clientOf('B2002')

  const { steps } = await runSequence('111-ED/every-cell', async (step) => {
    const { status } = await client(step)
    return { status }
  })

  expect(steps.every(({ step, status }) => step.status === status)).toBe(true)
})

it('says which step came out otherwise, and what came before', async ({ expect }) => {
  const client = clientOf('B2002')

  const run = runSequence('111-ED/book-refer-cancel', async (step) => {
    const { status, headers } = await client(
      step.event === 'refer-linked'
        ? { ...step, scenario: '111-ed-refer-mislinked-appointment-booked' }
        : step,
    )
    return { status, scenario: headers.get('Sandbox-Scenario') }
  })

  await expect(run).rejects.toThrow(
    new Error(`sequence '111-ED/book-refer-cancel', step 2 of 4: refer-linked in the state appointment-booked
  - expected 200 (111-ed-refer-linked-appointment-booked)
  + received 409 (111-ed-refer-mislinked-appointment-booked)
  so far: 1 book 200`),
  )
})

it('tells the right status for the wrong reason apart, where the Receiver says which', async ({
  expect,
}) => {
  const run = runSequence('111-ED/wrong-order', async ({ status }) => ({
    status,
    scenario: '111-ed-cancel-referral-initial',
  }))

  await expect(run).rejects.toThrow(/step 1 of 10.*\n.*\n {2}\+ received 400 \(111-ed-cancel-/)
})

it('says which step it was when a client throws', async ({ expect }) => {
  const cause = new Error('socket hang up')

  const run = runSequence('111-ED/rebook', async () => {
    throw cause
  })

  await expect(run).rejects.toThrow(
    new Error(
      `sequence '111-ED/rebook', step 1 of 6: book in the state initial
  - expected 200 (111-ed-book-initial)
  + failed: socket hang up
  so far: nothing`,
      { cause },
    ),
  )
})

it('names the sequences when there is none of that id', async ({ expect }) => {
  // @ts-expect-error: not an id.
  const run = runSequence('111-ED/cancel', createSandbox())

  await expect(run).rejects.toThrow(/There is no sequence '111-ED\/cancel'. There are 111-ED\//)
})
