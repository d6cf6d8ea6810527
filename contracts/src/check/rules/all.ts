import type { Rule } from '../rule.ts'
import { BASE64_RULES } from './base64-headers.ts'
import { BUNDLE_RULES } from './bundle.ts'
import { COUNT_RULES } from './counts.ts'
import { DUE_RULES } from './due.ts'
import { ELEMENT_RULES } from './elements.ts'
import { ENDPOINT_RULES } from './endpoint.ts'
import { HEADER_MEMBER_RULES } from './header-members.ts'
import { HEADER_RULES } from './headers.ts'
import { ID_RULES } from './ids.ts'
import { NHS_NUMBER_RULES } from './nhs-number.ts'
import { PARAMETER_RULES } from './parameters.ts'
import { PARTY_RULES } from './parties.ts'
import { PATIENT_RULES } from './patient.ts'
import { REFERENCE_TYPE_RULES } from './reference-types.ts'
import { REFERENCE_RULES } from './references.ts'
import { SENTINEL_RULES } from './sentinel.ts'
import { SLOT_PARAMETER_RULES } from './slot-parameters.ts'
import { SPELLING_RULES } from './spelling.ts'
import { TIME_RULES } from './times.ts'
import { USE_CASE_RULES } from './use-case.ts'
import { USE_CONTEXT_RULES } from './use-context.ts'
import { WORKFLOW_RULES } from './workflow.ts'

/** Every rule, in the order a report tells of them. */
export const RULES: readonly Rule[] = [
  ...ENDPOINT_RULES,
  ...HEADER_RULES,
  ...BASE64_RULES,
  ...HEADER_MEMBER_RULES,
  ...USE_CONTEXT_RULES,
  ...USE_CASE_RULES,
  ...PARAMETER_RULES,
  ...SLOT_PARAMETER_RULES,
  ...BUNDLE_RULES,
  ...COUNT_RULES,
  ...WORKFLOW_RULES,
  ...DUE_RULES,
  ...REFERENCE_RULES,
  ...REFERENCE_TYPE_RULES,
  ...ELEMENT_RULES,
  ...TIME_RULES,
  ...PARTY_RULES,
  ...ID_RULES,
  ...PATIENT_RULES,
  ...NHS_NUMBER_RULES,
  ...SPELLING_RULES,
  ...SENTINEL_RULES,
]
