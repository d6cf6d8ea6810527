import type { JsonObject } from '../../src/fhir/json.ts'
import { Walk } from '../../src/validation/r4/walk.ts'

/** A Bundle walked by itself: of what its references lead to nothing is known. */
export const walkOf = (bundle: JsonObject): Walk =>
  new Walk(bundle, { type: 'Bundle', root: 'Bundle', typeAt: () => undefined })
