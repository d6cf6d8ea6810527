import { readById } from './read-by-id.ts'

/** GET /Appointment/{id} */
export const appointment = readById('Appointment')
