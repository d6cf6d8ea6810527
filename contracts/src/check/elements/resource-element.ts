import type { Workflow } from '../../../../src/bars/workflow.ts'
import type { RequiredElement } from '../places.ts'

/** An element that a resource must have, in some messages or in all. */
export interface ResourceElement extends RequiredElement {
  /** The messages that must have it; all, if left out. */
  readonly on?: readonly Workflow[]
  /** The Applications that do without, by how their use cases begin. */
  readonly notIn?: readonly string[]
}
