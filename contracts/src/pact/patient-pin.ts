import { SYSTEMS } from '../../../src/bars/code-systems.ts'
import type { Workflow } from '../../../src/bars/workflow.ts'
import { STATEFUL_PATIENT } from '../../../src/receiver/111-ed/act.ts'
import { SCENARIOS } from '../../../src/scenarios/index.ts'
import type { Scenario, Sentinel } from '../../../src/scenarios/scenario.ts'
import { noneOf } from './patterns.ts'
import { contains, each, type Members, open, regex } from './pin.ts'

/** No NHS number: no identifier has a value of ten digits. */
const NOT_AN_NHS_NUMBER = '^(?![0-9]{10}$).*'

/** What the Patient of a message must have to choose a row. */
export const patientMembers = ({ sentinel, id }: Scenario, workflow: Workflow): Members => {
  const [value] = sentinel.values
  if (value !== undefined && !needsNoNumber(sentinel)) {
    return { identifier: contains(open({ system: SYSTEMS.nhsNumber, value })) }
  }
  const others = sentinel.others ? noneOf(claimedByOthers(id, workflow)) : NOT_AN_NHS_NUMBER
  return { identifier: each(open({ value: regex(others) })) }
}

/** Whether a Patient without an NHS number chooses a row too. */
export const needsNoNumber = (sentinel: Sentinel): boolean =>
  sentinel.in === 'Patient.identifier' && sentinel.none === true

const claimedByOthers = (id: string, workflow: Workflow): readonly string[] => [
  ...SCENARIOS.filter(
    (row) => row.id !== id && row.sentinel.in === 'Patient.identifier' && row.on.includes(workflow),
  ).flatMap(({ sentinel }) => sentinel.values),
  ...STATEFUL_PATIENT,
]
