import { type Focus, MESSAGE_DEFINITIONS } from '../bars/message-definitions.ts'
import { WORKFLOWS, type Workflow } from '../bars/workflow.ts'
import { type EntryName, NAMES } from './ids.ts'

// What an example shows beyond the least that its MessageDefinition demands.
const BESIDES: Readonly<Partial<Record<Workflow, readonly EntryName[]>>> = {
  'referral-update': ['Condition', 'Flag', 'Location'],
  'validation-new': ['Flag'],
  'validation-update': ['Flag'],
  'validation-response-full': ['Flag'],
  'referral-response': ['Appointment'],
}

// Every message names its Sender and Receiver.
const PARTIES: readonly EntryName[] = ['Organization', 'Organization-2']

/** The entries of an example message of that workflow, in the order they come. */
export const entryNames = (workflow: Workflow): readonly EntryName[] => {
  const focus: readonly Focus[] = MESSAGE_DEFINITIONS[WORKFLOWS[workflow].definition].focus
  const demanded = focus
    .filter(([, min]) => min > 0)
    .flatMap(([type, min]) => (min > 1 ? [type, `${type}-2`] : [type]))
  const names = new Set<string>([...PARTIES, ...demanded, ...(BESIDES[workflow] ?? [])])
  return NAMES.filter((name) => names.has(name))
}
