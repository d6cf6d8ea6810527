import { HEADERS } from '../bars/headers.ts'
import type { State } from '../receiver/111-ed/states.ts'
import type { CatalogueRow } from '../receiver/catalogue.ts'
import { type ExampleRequest, exampleRequest } from './request.ts'

/** Where a curl line finds the sandbox, as shell variables that the reader sets once. */
const SANDBOX = '$SANDBOX'
const FHIR = '$SANDBOX/booking-and-referral/FHIR/R4'

// Not the Sender of the other examples, which would be answered by what this one holds (ruling 15).
const STATEFUL_ODS_CODE = 'ED111'

/** A shell function that makes a UUID: Linux has the first without another program, macOS the second. */
export const UUID_FUNCTION = 'uuid() { cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen; }'

// A request that comes again with the ids of one before is a repeated message (ruling 22).
const FRESH: readonly string[] = [HEADERS.requestId, HEADERS.correlationId]

/** The curl commands, for a POSIX shell, that send a scenario's example request. */
export const curl = (scenario: CatalogueRow): string => {
  const { given } = scenario
  const variation = given === undefined ? {} : { odsCode: STATEFUL_ODS_CODE }
  const { method, path, headers, body }: ExampleRequest = exampleRequest(scenario, variation)
  const request = [
    `curl -si${method === 'POST' ? ' -X POST' : ''} "${FHIR}${path.replace('$', '\\$')}"`,
    ...Object.entries(headers).map(([name, value]) =>
      FRESH.includes(name) ? `  -H "${name}: $(uuid)"` : `  -H '${name}: ${value}'`,
    ),
    ...(body ? ['  --data-binary @-'] : []),
  ].join(' \\\n')
  return [
    UUID_FUNCTION,
    ...(given ?? []).map(putState),
    // The body comes from the sandbox itself, so that a line can be pasted without a checkout.
    ...(body ? [`curl -s ${SANDBOX}/_sandbox/scenarios/${scenario.id}/message |`] : []),
    request,
  ].join('\n')
}

const putState = (state: State): string =>
  `curl -s -o /dev/null -X PUT ${SANDBOX}/_sandbox/organisations/${STATEFUL_ODS_CODE}/state -d '${JSON.stringify({ state })}'`
