import { bookingScenarios } from './booking-suite.ts'
import { capabilityScenarios } from './capability-suite.ts'
import { messageDefinitionScenarios } from './message-definition-suite.ts'
import { referralScenarios } from './referral-suite.ts'
import { responseScenarios } from './response-suite.ts'
import type { Scenario } from './scenario.ts'
import { testTargetScenarios } from './test-target-suite.ts'
import { validationScenarios } from './validation-suite.ts'

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
