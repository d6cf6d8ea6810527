import { pathMeant, REQUESTS } from '../bars/endpoints.ts'
import { type Failure, fail } from '../bars/failure.ts'
import { FHIR_PATH, isUnderFhir, MAYBE_SPACE } from '../bars/paths.ts'
import { storageTrouble } from '../bars/storage.ts'
import { type Answer, failed } from './answer.ts'
import { type FhirRequest, firstAnswer, HEADER_STEPS } from './fhir-request.ts'

/** The answer to a request for a path that no endpoint has. */
export const notFound = (path: string, request: FhirRequest): Answer => {
  if (isUnderFhir(path)) {
    return firstAnswer(request, HEADER_STEPS) ?? failed(noSuchPath(path, REQUESTS))
  }
  return failed(
    path.startsWith('/s/')
      ? noSuchSpace()
      : noSuchPath(
          path,
          `/_ping, /_status, /_sandbox/scenarios or, under ${FHIR_PATH}, ${REQUESTS}`,
        ),
  )
}

function noSuchPath(path: string, expected: string): Failure {
  const meant = pathMeant(path.replace(SPACE, ''))
  return fail('PROXY_NOT_FOUND', 'not-found', {
    where: 'the request path',
    received: 'one that the sandbox does not have',
    expected,
    ...(meant && { mend: `did you mean ${meant}? Paths are matched letter for letter` }),
  })
}

const SPACE = new RegExp(`^${MAYBE_SPACE}`)

// A space whose name cannot be one, or a path in a space that nothing answers.
const noSuchSpace = () =>
  fail('PROXY_NOT_FOUND', 'not-found', {
    where: 'the request path',
    received: 'one that the sandbox does not have in a space',
    expected: '/s/{space}/ and a path of the sandbox; a space is 3 to 64 of a-z, 0-9 and -',
  })

/** What was thrown as a failure: storage's, else a defect of ours. Nothing of the request is logged or told. */
export const unexpected = (error: Error): Failure => {
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
  // biome-ignore lint/suspicious/noConsole: a defect must be seen by whoever runs the sandbox.
  console.error(JSON.stringify({ defect: error.name, frames: frames.slice(0, 8) }))
  const defect = 'The sandbox has a defect and could not answer.'
  return storageTrouble(error) ?? fail('REC_SERVER_ERROR', 'exception', defect)
}
