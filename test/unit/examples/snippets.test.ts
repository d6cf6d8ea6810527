import { it } from 'vitest'
import { SNIPPET_NAMES, SNIPPETS } from '../../../src/examples/snippets/index.ts'
import { sendingOf } from '../../../src/examples/snippets/sending.ts'
import { CATALOGUE, scenarioOf } from '../../../src/receiver/catalogue.ts'

const SANDBOX = 'http://127.0.0.1:8787/s/my-team'

for (const name of SNIPPET_NAMES) {
  it(`writes the whole head of every scenario's request as ${name}`, ({ expect }) => {
    const missing = CATALOGUE.flatMap((row) => {
      const sending = sendingOf(row, SANDBOX, 'ED111')
      const text = SNIPPETS[name].write(sending)
      return [...sending.fixed.map(([, value]) => value), ...sending.fresh].filter(
        (each) => !text.includes(each),
      )
    })

    expect(missing).toEqual([])
  })
}

it('makes fresh ids each time, and takes the message from the sandbox', ({ expect }) => {
  const row = scenarioOf('booking-conflict-409')
  const lines = row && SNIPPETS.curl.write(sendingOf(row, SANDBOX, 'A1001')).split('\n')

  expect(lines?.slice(0, 5)).toEqual([
    'uuid() { cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen; }',
    `curl -s '${SANDBOX}/_sandbox/scenarios/booking-conflict-409/message' |`,
    `curl -si '${SANDBOX}/booking-and-referral/FHIR/R4/$process-message' \\`,
    '  -H "X-Request-Id: $(uuid)" \\',
    '  -H "X-Correlation-Id: $(uuid)" \\',
  ])
})
