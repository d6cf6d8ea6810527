import { type Failure, fail } from './failure.ts'
import { quoted } from './privacy.ts'
import { SERVICE_IDS } from './services.ts'

/** The items of a parameter's values, which may be lists with commas between (FHIR R4 §3.1.1.4). */
export const listedItems = (values: readonly string[]): readonly string[] =>
  values.flatMap((value) => value.split(',')).map((each) => each.trim())

/** The failure of a search whose parameter is missing or wrong. */
export const wrongParameter = (
  issue: 'required' | 'value',
  name: string,
  received: string,
  expected: string,
): Failure => fail('REC_BAD_REQUEST', issue, { where: `parameter ${name}`, received, expected })

/** The failure of a search for a service that the Receiver does not have (ruling 27). */
export const unknownService = (parameter: string, service: string): Failure =>
  fail('REC_NOT_FOUND', 'not-found', {
    where: `parameter ${parameter}`,
    received: quoted(service),
    expected: `one of ${SERVICE_IDS.join(', ')}`,
  })
