import type { Workflow } from '../../../../src/bars/workflow.ts'
import type { RequiredElement } from '../places.ts'
import { isIn } from './applications.ts'

/** Which messages an element is asked for in, and how sternly. */
export interface Limits {
  /** The messages that must have it; all, if left out. */
  readonly on?: readonly Workflow[]
  /** The messages that should have it, where a Receiver does without. */
  readonly warnsOn?: readonly Workflow[]
  /** The Applications that alone ask for it, by how their use cases begin. */
  readonly onlyIn?: readonly string[]
  /** The Applications that do without, by how their use cases begin. */
  readonly notIn?: readonly string[]
  /** Set where messages published with the standard lack it, so that a Receiver must cope. */
  readonly isWarning?: true
}

/** An element that a resource must have, in some messages or in all. */
export interface ResourceElement extends RequiredElement, Limits {}

/** What of a message decides which elements are due. */
interface Circumstances {
  readonly workflow: Workflow | undefined
  readonly useCases: readonly string[]
}

/** How sternly a message is asked for something; undefined where it may do without. */
export const sternness = (
  { on, warnsOn, onlyIn, notIn, isWarning }: Limits,
  { workflow, useCases }: Circumstances,
): 'violation' | 'warning' | undefined => {
  const isOn = (workflows: readonly Workflow[]) =>
    workflow !== undefined && workflows.includes(workflow)
  const isUnknown = useCases.length === 0 && (onlyIn ?? notIn) !== undefined

  if (!isUnknown && ((onlyIn && !isIn(onlyIn, useCases)) || (notIn && isIn(notIn, useCases))))
    return undefined
  if (warnsOn && isOn(warnsOn)) return 'warning'
  if (on && !isOn(on)) return undefined
  return isUnknown || isWarning ? 'warning' : 'violation'
}
