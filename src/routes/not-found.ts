import { REQUESTS } from '../bars/endpoints.ts'
import { Failure, fail } from '../bars/failure.ts'
import { FHIR_PATH, isUnderFhir } from '../bars/paths.ts'
import { checkHeaders } from './check-headers.ts'
import type { MessageId } from './message-ids.ts'

/** The failure of a request for a path that nothing answers. */
export const notFound = (path: string, headers: Headers, ids: readonly MessageId[]): Failure => {
  if (isUnderFhir(path)) {
    const checked = checkHeaders(headers, ids)
    return checked instanceof Failure ? checked : noSuchPath(REQUESTS)
  }
  return path.startsWith('/s/')
    ? noSuchSpace()
    : noSuchPath(`/_ping, /_status, /_sandbox/scenarios or, under ${FHIR_PATH}, ${REQUESTS}`)
}

const noSuchPath = (expected: string) =>
  fail('PROXY_NOT_FOUND', 'not-found', {
    where: 'the request path',
    received: 'one that the sandbox does not have',
    expected,
  })

// A space whose name cannot be one, or a path in a space that nothing answers.
const noSuchSpace = () =>
  fail('PROXY_NOT_FOUND', 'not-found', {
    where: 'the request path',
    received: 'one that the sandbox does not have in a space',
    expected: '/s/{space}/ and a path of the sandbox; a space is 3 to 64 of a-z, 0-9 and -',
  })
