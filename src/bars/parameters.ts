import type { SearchParameters } from '../fhir/search.ts'
import { type Failure, fail } from './failure.ts'
import { nearest } from './near.ts'
import { quoted } from './privacy.ts'
import { SERVICE_IDS } from './services.ts'

/** The items of a parameter's values, which may be lists with commas between (FHIR R4 §3.1.1.4). */
export const listedItems = (values: readonly string[]): readonly string[] =>
  values.flatMap((value) => value.split(',')).map((each) => each.trim())

/** The failure of a search whose parameter is wrong. */
export const wrongParameter = (
  issue: 'required' | 'value',
  name: string,
  received: string,
  expected: string,
  mend?: string,
): Failure =>
  fail('REC_BAD_REQUEST', issue, {
    where: `parameter ${name}`,
    received,
    expected,
    ...(mend && { mend }),
  })

/** The failure of a search that lacks a parameter; one that comes near is named. */
export function missingParameter(name: string, sent: SearchParameters, expected: string): Failure {
  const near = sent.map(([each]) => each).find((each) => isNear(each, name))
  return near === undefined
    ? wrongParameter('required', name, 'nothing', expected)
    : wrongParameter('required', name, `a parameter ${near}`, expected, `spell it ${name}`)
}

/** The parameter that a name was probably meant for. */
export const parameterMeant = (sent: string, names: readonly string[]): string | undefined =>
  names.includes(sent) ? undefined : names.find((name) => isNear(sent, name))

// `schedule.actor`, `start[]`, `amp;start`, `healthcareService`, `subject:identifier`: of the same letters,
// or with a part left out, put before or in place of another.
function isNear(sent: string, name: string): boolean {
  // A name with control characters cannot be told of in a line.
  const canBeTold = /^[!-~]+$/.test(sent) && sent.length <= 2 * name.length
  if (sent === name || !canBeTold) return false
  const bare = sent.replace(/^amp;|\[\]$/g, '')
  const [head = name] = name.split(':')
  const [tail = name] = name.split(':').slice(1)
  const others = OTHER_WORDS.map((word) => `${word}:${tail}`)
  return nearest(bare, [name, head, tail, ...others]) !== undefined
}

/** What Senders take for the first part of a parameter: the standard's own words, since they are repeated. */
const OTHER_WORDS = ['subject', 'actor', 'schedule'] as const

/** The failure of a search for a service that the Receiver does not have (ruling 27). */
export function unknownService(parameter: string, service: string): Failure {
  const isId = /^\d+$/.test(service)
  const near = nearest(service, SERVICE_IDS)
  const diagnosis = {
    where: `parameter ${parameter}`,
    received: quoted(service),
    expected: isId ? `one of ${SERVICE_IDS.join(', ')}` : 'the id of a service, in digits',
    ...(isId && near && { mend: `did you mean ${near}?` }),
  }
  return isId
    ? fail('REC_NOT_FOUND', 'not-found', diagnosis)
    : fail('REC_BAD_REQUEST', 'value', diagnosis)
}
