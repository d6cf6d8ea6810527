import * as z from 'zod/mini'
import { sameSystem } from '../fhir/coding.ts'
import { SYSTEMS } from './code-systems.ts'
import { type Diagnosis, type Failure, fail } from './failure.ts'
import { HEADERS, readHeaderJson } from './headers.ts'
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
  if ('wrong' in read) return fail('PROXY_BAD_REQUEST', 'structure', notATarget(read.wrong))

  const identifier = TargetIdentifier.safeParse(read.json)
  if (!identifier.success) {
    return fail('PROXY_BAD_REQUEST', 'structure', notATarget('JSON without a system and a value'))
  }
  return knownTarget(identifier.data, isTestTarget)
}

/** The failure of a request without a target. */
export const targetMissing = (): Failure =>
  fail('SEND_BAD_REQUEST', 'required', notATarget('nothing'))

const knownTarget = (
  { system, value }: z.infer<typeof TargetIdentifier>,
  isTestTarget: (value: string) => boolean,
): Target | Failure => {
  if (sameSystem(system, SYSTEMS.dosService) && isServiceId(value)) {
    return { system: SYSTEMS.dosService, value }
  }
  if (system === TEST_SYSTEM && isTestTarget(value)) return { system, value }
  return fail('PROXY_NOT_FOUND', 'not-found', {
    where: `header ${HEADERS.target}`,
    received: quoted(`${system}|${value}`),
    expected: `one of ${SERVICE_IDS.join(', ')}, or a test target such as ${TEST_SYSTEM}|NHS0001-409`,
  })
}

const notATarget = (received: string): Diagnosis => ({
  where: `header ${HEADERS.target}`,
  received,
  expected: `base64 of {"system":"${SYSTEMS.dosService}","value":"<service id>"}`,
})
