import { it } from 'vitest'
import { FORMATS } from '../../../src/reports/formats/formats.ts'
import { inBody, inHeaders, inPath } from '../../support/planted.ts'
import { requestOf } from '../../support/request-of.ts'
import {
  createSandbox,
  reportsInMemory,
  type TestRequest,
  toRequest,
} from '../../support/sandbox.ts'

// What a patient's data may look like; none of it may be in any form of a report, list or zip.
const CANARIES = ['943 476 5919', 'Smith-Jones', '1990-01-15', '9434765919'] as const

const ORIGIN = 'https://sandbox.test'

/** All that a sandbox tells of a request that it was sent. */
const toldOf = async (request: TestRequest): Promise<string> => {
  const app = createSandbox({ reports: reportsInMemory() })
  const text = async (url: string) => (await app.request(url)).text()
  const { headers } = await app.request(toRequest(request))
  const report = headers.get('Sandbox-Report') ?? ''
  const reports = `${ORIGIN}/_sandbox/organisations/A1001/reports`
  const told = [
    ...FORMATS.map(({ extension }) => text(`${report}${extension}`)),
    ...['', '/summary', '.zip'].map((each) => text(`${reports}${each}`)),
  ]
  return (await Promise.all(told)).join('\n')
}

for (const id of ['booking-accepted', 'slot-free', 'booking-get'] as const) {
  for (const canary of CANARIES) {
    it(`tells nothing of ${canary}, wherever in ${id} it is`, { timeout: 60_000 }, async ({
      expect,
    }) => {
      const request = requestOf(id)
      const requests = [inHeaders, inPath, inBody].flatMap((plant) => plant(request, canary))

      const leaks: string[] = []
      for (const each of requests) {
        const told = await toldOf(each)
        const leak = told.split('\n').find((line) => line.includes(canary))
        if (leak !== undefined) leaks.push(leak)
      }

      expect(requests.length).toBeGreaterThan(10)
      expect([...new Set(leaks)]).toEqual([])
    })
  }
}
