import { Failure, fail } from '../bars/failure.ts'
import { isUuid } from '../bars/ids.ts'
import { insteadOfUuid } from '../bars/privacy.ts'
import { heldRead, mayHold } from '../receiver/111-ed/held-reads.ts'
import { heldResource } from '../receiver/held-resources.ts'
import { findScenario } from '../scenarios/index.ts'
import type { HeldResource, ScenarioOn } from '../scenarios/scenario.ts'
import { type Answer, failed } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest } from './fhir-request.ts'

/** GET of a resource by its id. */
export const readById =
  (type: HeldResource['type']) =>
  async (request: CheckedRequest, deps: Deps): Promise<Answer> => {
    const id = readId(type, request.id)
    if (id instanceof Failure) return failed(id)

    const now = deps.now()
    const scenario = await scenarioOfId(request, type, id, deps, now)
    if (scenario instanceof Failure) return failed(scenario)
    if (scenario === undefined) return failed(notHeld(type, id))
    const { reply, applications } = scenario
    return reply.kind === 'fail'
      ? failed(reply.failure, scenario)
      : {
          kind: 'resource',
          resource: heldResource(reply.resource, { id, applications, now }),
          scenario,
        }
  }

/** The scenario of what is held under an id: by the organisation first, then by the table. */
export const scenarioOfId = async (
  request: CheckedRequest,
  type: HeldResource['type'],
  id: string,
  { organisations }: Deps,
  now: number,
): Promise<ScenarioOn<HeldResource['type']> | Failure | undefined> => {
  const held = await heldByOrganisation(request, { type, id }, organisations, now)
  if (held === undefined) return findScenario(type, [id])
  // The table needs no storage (ruling 42).
  return held instanceof Failure ? (findScenario(type, [id]) ?? held) : held
}

const heldByOrganisation = async (
  { organisation, space }: CheckedRequest,
  holding: { readonly type: HeldResource['type']; readonly id: string },
  organisations: Deps['organisations'],
  now: number,
): Promise<ScenarioOn<HeldResource['type']> | Failure | undefined> => {
  if (organisation === undefined || !mayHold(holding.type, holding.id)) return undefined
  const recollection = await organisations(space, organisation).recall(holding, now)
  return recollection instanceof Failure ? recollection : heldRead(holding, recollection)
}

const readId = (type: string, id: string): string | Failure => {
  if (isUuid(id)) return id.toLowerCase()
  const where = `the id of the ${type}`
  return id === ''
    ? fail('REC_BAD_REQUEST', 'required', {
        ...{ where, received: 'nothing', expected: `a UUID after /${type}/` },
        mend: `/${type} without the slash searches by patient`,
      })
    : fail('REC_BAD_REQUEST', 'value', {
        ...{ where, received: insteadOfUuid(id), expected: 'a UUID' },
      })
}

const notHeld = (type: string, id: string): Failure =>
  fail('REC_NOT_FOUND', 'not-found', {
    where: `the id of the ${type}`,
    received: `'${id}'`,
    expected: 'one that the Receiver holds',
  })
