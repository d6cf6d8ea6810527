import { Failure, fail, quoted } from '../bars/failure.ts'
import { isUuid } from '../bars/uuid.ts'
import { heldResource } from '../receiver/held-resources.ts'
import { type Answer, answerAs } from './answer.ts'
import type { Deps, FhirContext } from './context.ts'
import { scenarioFor } from './scenario-for.ts'

/** GET of a resource by its id. */
export const readById =
  (type: 'Appointment' | 'ServiceRequest') =>
  (c: FhirContext, { now }: Deps): Answer => {
    const id = readId(type, c.req.param('id') ?? '')
    if (id instanceof Failure) return id

    const scenario = scenarioFor(c.var.target, type, [id])
    if (scenario === undefined) return notHeld(type, id)
    return answerAs(scenario, 'read', ({ held }) =>
      heldResource(held, { id, applications: scenario.applications, now: now() }),
    )
  }

const readId = (type: string, id: string): string | Failure =>
  isUuid(id)
    ? id.toLowerCase()
    : fail('REC_BAD_REQUEST', 'value', {
        where: `the id of the ${type}`,
        received: quoted(id),
        expected: 'a UUID',
      })

const notHeld = (type: string, id: string): Failure =>
  fail('REC_NOT_FOUND', 'not-found', {
    where: `the id of the ${type}`,
    received: quoted(id),
    expected: `the id of a ${type} that the Receiver holds`,
  })
