import * as z from 'zod/mini'
import { typeInWords } from '../fhir/bundle.ts'
import { isObject, text } from '../fhir/json.ts'
import { SYSTEMS } from './code-systems.ts'
import { type Diagnosis, type Failure, fail } from './failure.ts'
import { HEADERS, insteadOfHeader, readHeaderJson, type Slip } from './headers.ts'
import { nearest } from './near.ts'
import { quoted } from './privacy.ts'
import { isServiceId, SERVICE_IDS, type ServiceId } from './services.ts'

/** Who a request is for: a service of the DoS, or a test target of the official Sandbox (`NHS0001…`). */
export type Target =
  | { readonly system: typeof SYSTEMS.dosService; readonly value: ServiceId }
  | { readonly system: typeof TEST_SYSTEM; readonly value: string }

/** The system of the official Sandbox's test targets. */
export const TEST_SYSTEM = 'tests'

const NonEmpty = z.string().check(z.minLength(1))
const TargetIdentifier = z.object({ system: NonEmpty, value: NonEmpty })

/** Reads NHSD-Target-Identifier; `isTestTarget` tells which values of the system `tests` are known. */
export const readTarget = (
  header: string,
  isTestTarget: (value: string) => boolean,
): Target | Failure => {
  const read = readHeaderJson(header)
  if ('wrong' in read) return fail('PROXY_BAD_REQUEST', 'structure', wrong(read.wrong))

  const identifier = TargetIdentifier.safeParse(read.json)
  if (!identifier.success)
    return fail('PROXY_BAD_REQUEST', 'structure', wrong(incomplete(read.json)))
  return knownTarget(identifier.data, isTestTarget)
}

/** The failure of a request without a target; `sent` are the names of the headers that it has. */
export const targetMissing = (sent: Iterable<string>): Failure =>
  fail('SEND_BAD_REQUEST', 'required', wrong(insteadOfHeader(HEADERS.target, sent)))

// The real proxy looks the system up as a key; another letter case is all that is forgiven (ruling 10).
const isServiceSystem = (system: string): boolean =>
  system.toLowerCase() === SYSTEMS.dosService.toLowerCase()

const knownTarget = (
  { system, value }: z.infer<typeof TargetIdentifier>,
  isTestTarget: (value: string) => boolean,
): Target | Failure => {
  if (isServiceSystem(system) && isServiceId(value)) return { system: SYSTEMS.dosService, value }
  if (system === TEST_SYSTEM && isTestTarget(value)) return { system, value }
  return fail('PROXY_NOT_FOUND', 'not-found', unknown(system, value))
}

// What is at fault is named: the system, before the value that it is the system of.
function unknown(system: string, value: string): Diagnosis {
  const where = `header ${HEADERS.target}`
  if (!isServiceSystem(system) && system !== TEST_SYSTEM) {
    return {
      where: `${where} » system`,
      received: quoted(system),
      expected: `'${SYSTEMS.dosService}', letter for letter`,
      ...(system === SYSTEMS.odsCode && { mend: 'a target is a service, not an organisation' }),
    }
  }
  const isBlankAround = value !== value.trim() && isServiceId(value.trim())
  const near = nearest(value, SERVICE_IDS)
  const mend = isBlankAround ? 'without the blanks around it' : near && `did you mean ${near}?`
  return {
    where,
    received: quoted(`${system}|${value}`),
    expected: `one of ${SERVICE_IDS.join(', ')}, or a test target such as ${TEST_SYSTEM}|NHS0001-409`,
    ...(mend && { mend }),
  }
}

/** What JSON holds that is no identifier: which members are wrong, and the names that come near. */
function incomplete(json: unknown): Slip {
  if (!isObject(json)) return { received: `${typeInWords(json)} in base64` }
  const wrong = ['system', 'value'].filter((key) => !text(json, key))
  const others = Object.keys(json).filter((key) => !wrong.includes(key))
  const near = others.filter((key) => nearest(key, wrong) !== undefined)
  const told = wrong.map((key) =>
    key in json
      ? `${json[key] === '' ? 'nothing' : typeInWords(json[key])} as its ${key}`
      : `no ${key}`,
  )
  return {
    received: `JSON with ${told.join(' and ')}`,
    ...(near.length > 0 && { mend: `it has ${near.join(' and ')}: names are case-sensitive` }),
  }
}

const wrong = (slip: Slip): Diagnosis => ({
  where: `header ${HEADERS.target}`,
  expected: `base64 of {"system":"${SYSTEMS.dosService}","value":"<service id>"}`,
  ...slip,
})
