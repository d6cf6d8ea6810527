import type { MessageHeader } from 'fhir/r4'
import { SYSTEMS } from '../bars/code-systems.ts'
import { definitionUrl } from '../bars/message-definitions.ts'
import { focusType, isResponse, WORKFLOWS } from '../bars/workflow.ts'
import { to, type Write } from './example.ts'
import { REQUEST_BUNDLE_ID } from './ids.ts'

/** The service that examples come from. */
const SENDER_SERVICE = '2000093816'

export const messageHeader: Write<MessageHeader> = ({ workflow, service }, heading) => {
  const { event, category, reasons, definition } = WORKFLOWS[workflow]
  const answersRequest = isResponse(workflow)
  return {
    resourceType: 'MessageHeader',
    ...heading,
    eventCoding: { system: SYSTEMS.event, code: event },
    destination: [{ endpoint: `${SYSTEMS.dosService}|${service}`, receiver: to('Organization-2') }],
    sender: to('Organization'),
    source: {
      name: 'Example urgent care Sender',
      software: 'BaRS Sandbox examples',
      version: '1.0.0',
      contact: { system: 'phone', value: '0113 496 0000' },
      endpoint: `${SYSTEMS.dosService}|${SENDER_SERVICE}`,
    },
    reason: { coding: [{ system: SYSTEMS.reason, code: reasons[0] }] },
    ...(answersRequest && { response: { identifier: REQUEST_BUNDLE_ID, code: 'ok' as const } }),
    // A response to a validation request is about the responder's Encounter (Application 4).
    focus: [to(answersRequest && category === 'validation' ? 'Encounter-2' : focusType(event))],
    definition: definitionUrl(definition),
  }
}
