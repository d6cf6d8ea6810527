import type { Scenario } from '../scenarios/scenario.ts'
import { type ExampleRequest, exampleRequest } from './request.ts'

/** Where a curl line finds the sandbox, as shell variables that the reader sets once. */
const SANDBOX = '$SANDBOX'
const FHIR = '$SANDBOX/booking-and-referral/FHIR/R4'

/** The curl command, for a POSIX shell, that sends a scenario's example request. */
export const curl = (scenario: Scenario): string => {
  const { method, path, headers, body }: ExampleRequest = exampleRequest(scenario)
  const lines = [
    // The body comes from the sandbox itself, so that a line can be pasted without a checkout.
    ...(body ? [`curl -s ${SANDBOX}/_sandbox/scenarios/${scenario.id}/message |`] : []),
    `curl -si${method === 'POST' ? ' -X POST' : ''} "${FHIR}${path.replace('$', '\\$')}"`,
    ...Object.entries(headers).map(([name, value]) => `  -H '${name}: ${value}'`),
    ...(body ? ['  --data-binary @-'] : []),
  ]
  const [first = '', ...rest] = lines
  return body ? [first, rest.join(' \\\n')].join('\n') : [first, ...rest].join(' \\\n')
}
