import { type Entry, type Resource, shown } from '../fhir/bundle.ts'
import { CODES } from '../fhir/codes.ts'
import { conceptCodes } from '../fhir/coding.ts'
import { text } from '../fhir/json.ts'
import { CATEGORIES, SYSTEMS } from './code-systems.ts'
import type { Failure } from './failure.ts'
import { identifyWorkflow, opens, type Workflow, workflowsInWords } from './workflow.ts'
import { wrongElement } from './wrong-element.ts'

/** The workflow of a message by its variables; a new request must name its use case too. */
export const readWorkflow = (
  header: Resource,
  { resource }: Entry,
  event: string,
  reason: string,
): Workflow | Failure => {
  const [category, second] = conceptCodes(resource, 'category', SYSTEMS.category)
  const status = text(resource, 'status')
  const workflow = second
    ? undefined
    : identifyWorkflow({
        event,
        reason,
        category: resource.resourceType === 'Appointment' ? undefined : category,
        status: status ?? '',
        definition: definitionName(text(header, 'definition') ?? ''),
      })
  if (workflow === undefined) {
    const categories = second
      ? 'two categories'
      : `category ${shown(category, Object.keys(CATEGORIES))}`
    return wrongElement('invariant', resource.resourceType, {
      received: `event ${event}, reason ${reason}, ${categories}, status ${shown(status, STATUSES)}`,
      expected: `a workflow of BaRS: ${workflowsInWords(event)}`,
    })
  }
  return opens(workflow) ? checkUseCase(resource, workflow) : workflow
}

// One that belongs to the other resource is a likely mistake.
const STATUSES = [...CODES.appointmentStatus, ...CODES.requestStatus, ...CODES.slotStatus]

// A canonical may end with `|` and a version.
const definitionName = (canonical: string): string | undefined =>
  canonical.split('|', 1)[0]?.split('bars-message-').at(-1)

const checkUseCase = (resource: Resource, workflow: Workflow): Workflow | Failure => {
  const element = resource.resourceType === 'Appointment' ? 'serviceCategory' : 'category'
  if (conceptCodes(resource, element, SYSTEMS.useCase).length > 0) return workflow
  return wrongElement('required', `${resource.resourceType}.${element}`, {
    received: 'no use-case coding',
    expected: `a coding of ${SYSTEMS.useCase}, such as a1t1`,
  })
}
