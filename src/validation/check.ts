import { LIMITS } from '../bars/limits.ts'
import { R4_CHECKS, R4_REQUIRED_CHECKS } from './r4/rules.ts'
import type { SentRequest } from './request.ts'
import { type Check, type Finding, findingOf, type Rule } from './rule.ts'
import { AGREEMENT_CHECKS } from './rules/agreement.ts'
import { BEYOND_RULES } from './rules/beyond.ts'
import { BUNDLE_CHECKS } from './rules/bundle.ts'
import { CODE_CHECKS } from './rules/codes.ts'
import { ELEMENT_CHECKS } from './rules/elements.ts'
import { HTTP_CHECKS } from './rules/http.ts'
import { JSON_HEADER_CHECKS } from './rules/json-headers.ts'
import { PATIENT_CHECKS } from './rules/patient.ts'
import { DUE_CHECKS } from './rules/payload.ts'
import { PROFILE_CHECKS } from './rules/profiles.ts'
import { QUERY_CHECKS } from './rules/query.ts'
import { PARTY_CHECKS, REFERENCE_CHECKS } from './rules/references.ts'
import { SIMULATOR_CHECKS } from './rules/simulator.ts'
import { SYSTEM_CHECKS, TOKEN_CHECKS } from './rules/systems.ts'
import { USE_CASE_CHECKS, USE_CONTEXT_CHECKS } from './rules/use-case.ts'
import { misunderstood, UNDERSTOOD, WORKFLOW_CHECKS } from './rules/workflow.ts'

/** Checks of the request around the message. */
const REQUEST_CHECKS: readonly Check[] = [
  ...HTTP_CHECKS,
  ...JSON_HEADER_CHECKS,
  ...QUERY_CHECKS,
  ...TOKEN_CHECKS,
]

/** Checks of the message, in the order a report tells of them. */
const MESSAGE_CHECKS: readonly Check[] = [
  ...USE_CASE_CHECKS,
  ...BUNDLE_CHECKS,
  ...WORKFLOW_CHECKS,
  ...DUE_CHECKS,
  ...REFERENCE_CHECKS,
  ...R4_CHECKS,
  ...ELEMENT_CHECKS,
  ...R4_REQUIRED_CHECKS,
  ...PARTY_CHECKS,
  ...PATIENT_CHECKS,
  ...CODE_CHECKS,
  ...PROFILE_CHECKS,
  ...AGREEMENT_CHECKS,
  ...SYSTEM_CHECKS,
  ...SIMULATOR_CHECKS,
]

// The header that repeats what the message says comes after the message's own faults.
const CHECKS: readonly Check[] = [...REQUEST_CHECKS, ...MESSAGE_CHECKS, ...USE_CONTEXT_CHECKS]

/** Every rule, by its public id. */
export const RULES: readonly Rule[] = [
  ...CHECKS.flatMap(({ rules }) => rules),
  UNDERSTOOD,
  ...BEYOND_RULES,
]

/** What of a request goes against the rules of BaRS; never a value of the patient's. */
export const check = (request: SentRequest): readonly Finding[] => findAll(CHECKS, request)

/** The same of its message alone, whatever it is sent with. */
export const checkMessage = (request: SentRequest): readonly Finding[] =>
  findAll(MESSAGE_CHECKS, request)

function findAll(checks: readonly Check[], request: SentRequest): readonly Finding[] {
  const found: Finding[] = []
  for (const { find } of checks) {
    const its = find(request)
    // One by one: there may be more of them than a call may have arguments.
    for (const finding of its.length > LIMITS.sought ? its.slice(0, LIMITS.sought) : its) {
      found.push(finding)
    }
    // Fifty thousand entries that are none go against a dozen rules each.
    if (found.length >= LIMITS.sought) break
  }
  const { message } = request
  const isRefused = message !== undefined && !found.some(({ severity }) => severity === 'error')
  // Whatever a Receiver refuses goes against a rule, even if none of its own says so.
  return isRefused
    ? [...found, ...misunderstood(message).map((fault) => findingOf(UNDERSTOOD, fault))]
    : found
}
