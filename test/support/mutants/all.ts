import type { Mutant } from '../clean-message.ts'
import { CODES, DISPLAYS, SYSTEMS } from './codes.ts'
import { AGREEMENTS, MISSING, PATIENTS } from './facts.ts'
import { HARMLESS } from './harmless.ts'
import { PAYLOAD, PAYLOAD_HARMLESS } from './payload.ts'
import { SIMULATOR, SIMULATOR_HARMLESS } from './simulator.ts'
import { BUNDLE, ELEMENTS, PROFILES, REFERENCES } from './structure.ts'
import { FIXED } from './values.ts'

/** Changes to clean messages, each of which is a fault. */
export const MUTANTS: readonly Mutant[] = [
  ...[CODES, DISPLAYS, SYSTEMS, FIXED, ELEMENTS, BUNDLE, PROFILES, REFERENCES],
  ...[PATIENTS, AGREEMENTS, MISSING, PAYLOAD, SIMULATOR],
].flat()

/** Changes to clean messages that are as right. */
export const VARIANTS: readonly Mutant[] = [HARMLESS, PAYLOAD_HARMLESS, SIMULATOR_HARMLESS].flat()
