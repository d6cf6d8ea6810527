/** Verify a BaRS client offline: scenarios, the sandbox itself, readable violations, Pact files. */
export { type BuiltRequest, buildRequest, type RequestOverrides } from './build-request.ts'
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts'
export { type ContractScenario, scenario, scenarios } from './scenario.ts'
export type { ScenarioId } from './scenario-ids.ts'
export type { VerifiedInteraction } from './verify/report.ts'
export { type Verification, type VerifyOptions, verifyPact } from './verify/verify-pact.ts'
