import { EVENTS, STATES } from './table.ts'

/** Every scenario that depends on the state: a comparison that misses one has compared too little. */
export const MACHINE_SCENARIOS: readonly string[] = [
  ...EVENTS.flatMap((event) => STATES.map((state) => `111-ed-${event}-${state}`)),
  '111-ed-get-booking-booked',
  '111-ed-get-booking-cancelled',
  '111-ed-get-referral-active',
  '111-ed-get-referral-revoked',
]
