import { it } from 'vitest'
import { startStub } from '../../src/stub/start-stub.ts'

it('refuses what it cannot be told', async ({ expect }) => {
  // @ts-expect-error: not an id.
  await expect(startStub({ scenario: 'booking-conflict' })).rejects.toThrow(/Did you mean/)
  await expect(startStub({ odsState: { '?': 'initial' } })).rejects.toThrow(/not an ODS code/)
  // @ts-expect-error: not a state.
  await expect(startStub({ odsState: { B2002: 'booked' } })).rejects.toThrow(
    new RangeError("'booked' is not a state: initial, appointment-booked, referral-created."),
  )
})

for (const port of [65_536, -1, 80.5, 'abc', '8787']) {
  it(`refuses ${typeof port} ${port} for a port`, async ({ expect }) => {
    // @ts-expect-error: a port is a number.
    const stub = startStub({ port })

    await expect(stub).rejects.toThrow(
      new RangeError(`'${port}' is not a port: a whole number from 0 to 65535.`),
    )
  })
}
