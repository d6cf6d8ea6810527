import { Failure, fail } from '../bars/failure.ts'
import { insteadOfUuid, isUuid } from '../bars/uuid.ts'
import { heldRead, mayHold } from '../receiver/111-ed/held.ts'
import { heldResource } from '../receiver/held-resources.ts'
import type { HeldResource, Scenario } from '../scenarios/scenario.ts'
import { type Answer, answerAs } from './answer.ts'
import { type Deps, type FhirContext, spaceOf } from './context.ts'
import { askedOf, scenarioFor } from './scenario-for.ts'

/** GET of a resource by its id. */
export const readById =
  (type: HeldResource['type']) =>
  async (c: FhirContext, deps: Deps): Promise<Answer> => {
    const id = readId(type, c.req.param('id') ?? '')
    if (id instanceof Failure) return id

    const now = deps.now()
    const scenario =
      (await heldByOrganisation(c, type, id, deps)) ?? scenarioFor(c.get('target'), type, [id])
    if (scenario === undefined) return notHeld(type, id)
    return answerAs(scenario, 'read', ({ resource }) =>
      heldResource(resource, { id, applications: scenario.applications, now }),
    )
  }

const heldByOrganisation = async (
  c: FhirContext,
  type: HeldResource['type'],
  id: string,
  { organisations, now }: Deps,
): Promise<Scenario | undefined> => {
  const organisation = c.get('organisation')
  if (organisation === undefined || askedOf(c.get('target')) || !mayHold(type, id)) return undefined
  return heldRead(type, id, await organisations(spaceOf(c), organisation).record(now()))
}

const readId = (type: string, id: string): string | Failure =>
  isUuid(id)
    ? id.toLowerCase()
    : fail('REC_BAD_REQUEST', 'value', {
        where: `the id of the ${type}`,
        received: insteadOfUuid(id),
        expected: 'a UUID',
      })

const notHeld = (type: string, id: string): Failure =>
  fail('REC_NOT_FOUND', 'not-found', {
    where: `the id of the ${type}`,
    received: `'${id}'`,
    expected: 'one that the Receiver holds',
  })
