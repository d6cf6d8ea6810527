import { sameSystem } from '../fhir/coding.ts'
import { SERVICE_SYSTEMS } from './code-systems.ts'

/**
 * The services of the UserTest Directory of Services that the sandbox knows, by DoS service id:
 * the ten of the published table, then those the real simulator answers besides.
 */
export const SERVICES = {
  '2000072489': 'BaRS test service 1: a catch-all for every workflow',
  '2000073917': 'BaRS test service 2: no free Slots',
  '1503499715': 'BaRS test service 3: mandatory Slot content only',
  '2000081230': 'BaRS test service 4: Slot searches time out',
  '2000093816': 'BaRS test service 5: booking and referral Sender',
  '1374839566': 'BaRS test service 6: validation Sender',
  '2000011147': 'BaRS test service 7: booking and referral Receiver',
  '2000076289': 'BaRS test service 8: referral Receiver',
  '2000003366': 'BaRS test service 9: validation Receiver',
  '2000071898': 'BaRS test service 10: invalid MessageDefinitions',
  '2000071234': 'BaRS test service 11: busy Slots only',
  '2000070513': 'BaRS test service 12: community pharmacy',
  '2000159909': 'BaRS test service 13: ambulance CAD',
  '2000159910': 'BaRS test service 14: ambulance CAD referrals',
  // The guide's own table prints it for "any other service" (ruling 27).
  '2000076288': 'BaRS test service 15: any other service',
} as const

/** A DoS service id that the sandbox knows. */
export type ServiceId = keyof typeof SERVICES

export const isServiceId = (value: string): value is ServiceId => Object.hasOwn(SERVICES, value)

export const SERVICE_IDS: readonly ServiceId[] = Object.keys(SERVICES).filter(isServiceId)

/** Whether a search token's system is that of services; where it has none, its value may be one. */
export const isServiceSystem = (system: string | undefined): boolean =>
  system === undefined || SERVICE_SYSTEMS.some((each) => sameSystem(system, each))
