/** Verify a BaRS client offline: scenarios, the sandbox itself, readable violations, Pact files. */
export { type BuiltRequest, buildRequest, type RequestOverrides } from './build-request.ts'
export { type CheckableRequest, checkHttpRequest, checkRequest } from './check/check-request.ts'
export type { CheckReport, Violation } from './check/report.ts'
export type { SentHeaders } from './check/sent-headers.ts'
export type { VerdictOptions } from './check/verdict.ts'
export { type Client, type RecordOptions, recordPact } from './record/record-pact.ts'
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox/checking-sandbox.ts'
export type { SeenRequest } from './sandbox/received-request.ts'
export type { Reports } from './sandbox/report-log.ts'
export { type ContractScenario, type State, scenario, scenarios } from './scenario.ts'
export type { ScenarioId } from './scenario-ids.ts'
export {
  runSequence,
  type SequenceClient,
  type SequenceOptions,
  type SequenceRun,
  type SequenceTarget,
  type StepAnswer,
  type StepDone,
} from './sequence/run-sequence.ts'
export {
  type Sequence,
  type SequenceId,
  type SequenceStep,
  sequences,
} from './sequence/sequences.ts'
export { type Stub, type StubOptions, startStub } from './stub/start-stub.ts'
export type { VerifiedInteraction } from './verify/verifier.ts'
export { type Verification, type VerifyOptions, verifyPact } from './verify/verify-pact.ts'
