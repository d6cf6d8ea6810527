import { cors } from 'hono/cors'
import { HEADERS } from '../bars/headers.ts'

const ALLOWED = ['Accept', 'Authorization', 'Content-Type', 'Prefer', ...Object.values(HEADERS)]
const EXPOSED = [HEADERS.requestId, HEADERS.correlationId, HEADERS.scenario, 'Allow']

/** CORS for every browser: preflights, and the answers of the control plane. */
export const corsForAll = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ALLOWED,
  exposeHeaders: EXPOSED,
})

/** The same for FHIR answers, which are made in one go: a middleware would make each one twice. */
export const CORS_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED.join(','),
} as const
