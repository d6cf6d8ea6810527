import { bookingScenarios } from './booking.ts'
import { capabilityScenarios } from './capability.ts'
import { messageDefinitionScenarios } from './message-definition.ts'
import { referralScenarios } from './referral.ts'
import { responseScenarios } from './response.ts'
import type { Scenario } from './scenario.ts'
import { testTargetScenarios } from './test-targets.ts'
import { validationScenarios } from './validation.ts'

/** THE TABLE: every scenario the sandbox answers, in the order they are published. */
export const SCENARIOS: readonly Scenario[] = [
  ...capabilityScenarios,
  ...messageDefinitionScenarios,
  ...bookingScenarios,
  ...referralScenarios,
  ...validationScenarios,
  ...responseScenarios,
  ...testTargetScenarios,
]
