import type { Scenario, State } from '../scenarios/scenario.ts'
import { SENDER_ODS_CODE } from './parties.ts'
import { type ExampleRequest, exampleRequest } from './request.ts'

/** Where a curl line finds the sandbox, as shell variables that the reader sets once. */
const SANDBOX = '$SANDBOX'
const FHIR = '$SANDBOX/booking-and-referral/FHIR/R4'

/** The curl commands, for a POSIX shell, that send a scenario's example request. */
export const curl = (scenario: Scenario): string => {
  const { method, path, headers, body }: ExampleRequest = exampleRequest(scenario)
  const request = [
    `curl -si${method === 'POST' ? ' -X POST' : ''} "${FHIR}${path.replace('$', '\\$')}"`,
    ...Object.entries(headers).map(([name, value]) => `  -H '${name}: ${value}'`),
    ...(body ? ['  --data-binary @-'] : []),
  ].join(' \\\n')
  return [
    ...(scenario.given ?? []).map(putState),
    // The body comes from the sandbox itself, so that a line can be pasted without a checkout.
    ...(body ? [`curl -s ${SANDBOX}/_sandbox/scenarios/${scenario.id}/message |`] : []),
    request,
  ].join('\n')
}

const putState = (state: State): string =>
  `curl -s -o /dev/null -X PUT ${SANDBOX}/_sandbox/organisations/${SENDER_ODS_CODE}/state -d '${JSON.stringify({ state })}'`
