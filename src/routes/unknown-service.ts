import { type Failure, fail, quoted } from '../bars/failure.ts'
import { SERVICE_IDS } from '../bars/services.ts'

/** The failure of a search for a service that the Receiver does not have (ruling 27). */
export const unknownService = (parameter: string, service: string): Failure =>
  fail('REC_NOT_FOUND', 'not-found', {
    where: `parameter ${parameter}`,
    received: quoted(service),
    expected: `one of ${SERVICE_IDS.join(', ')}`,
  })
