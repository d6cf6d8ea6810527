import { readById } from './read-by-id.ts'

/** GET /ServiceRequest/{id} */
export const serviceRequest = readById('ServiceRequest')
