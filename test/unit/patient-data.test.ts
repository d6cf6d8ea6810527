import { it } from 'vitest'
import { faultsOf } from '../support/faults.ts'
import { PATIENT_DATA } from '../support/patient-data.ts'
import { inBody, inHeaders, inPath } from '../support/planted.ts'
import { requestOf } from '../support/request-of.ts'
import { createStandingSandbox } from '../support/standing-sandbox.ts'

const REQUESTS = [
  'booking-accepted',
  'referral-accepted',
  'validation-accepted',
  'slot-free',
  'message-definition-any-service',
  'booking-get',
  'capability-any-service',
] as const

for (const id of REQUESTS) {
  it(`never repeats a patient’s data in a failure of ${id}`, { timeout: 60_000 }, async ({
    expect,
  }) => {
    const ask = createStandingSandbox()
    const request = requestOf(id)
    const requests = PATIENT_DATA.flatMap((planted) =>
      [inHeaders, inPath, inBody].flatMap((plant) => plant(request, planted)),
    )

    const faults = new Set<string>()
    const statuses = new Set<number>()
    for (const each of requests) {
      const response = await ask(each)
      statuses.add(response.status)
      for (const fault of await faultsOf(each, response)) faults.add(fault)
    }

    expect([...faults]).toEqual([])
    expect([...statuses]).toContain(400)
  })
}
