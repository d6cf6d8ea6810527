import { it } from 'vitest'
import { list, member, text } from '../../../src/fhir/json.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

const NOW = '2030-01-14T12:00:00Z'
const SERVICE = 'Schedule.actor:HealthcareService=2000072489'

// Pact has no matcher for one time after another, so that the contracts cannot say this.
it('answers with Slots that are to come and end after they start, whatever is asked', async ({
  expect,
}) => {
  const sandbox = createSandbox({ now: () => Date.parse(NOW) })
  const path = `/Slot?${SERVICE}&status=free,busy&start=ge2030-01-14T06:00:00Z&start=le2030-01-14T18:00:00Z`

  const response = await sandbox.request(toRequest(requestOf('slot-free-and-busy', { path })))

  const times = list(await response.json(), 'entry')
    .map((entry) => member(entry, 'resource'))
    .filter((resource) => text(resource, 'resourceType') === 'Slot')
    .map((slot) => ['start', 'end'].map((each) => Date.parse(text(slot, each) ?? '')))
  const wrong = times.filter(([start = 0, end = 0]) => !(Date.parse(NOW) < start && start < end))
  expect(wrong).toEqual([])
  expect(times.length).toBeGreaterThan(0)
})
