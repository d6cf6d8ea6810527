import type { Bundle, BundleEntry } from 'fhir/r4'
import { newestVersion } from '../bars/applications.ts'
import { slotId, slotResourceId } from '../bars/ids.ts'
import { type Focus, MESSAGE_DEFINITIONS, profileOf } from '../bars/message-definitions.ts'
import { focusType, opens, WORKFLOWS, type Workflow } from '../bars/workflow.ts'
import { MINUTE_MS } from '../fhir/time.ts'
import {
  carePlan,
  condition,
  consent,
  location,
  questionnaire,
  questionnaireResponse,
  requesterEncounter,
  responderEncounter,
  sceneSafety,
  task,
} from './clinical.ts'
import {
  BUNDLE_ID,
  type EntryName,
  type Example,
  entryNames,
  fullUrl,
  receiverId,
  SENT_AT,
  SLOT_START,
  type Write,
} from './example.ts'
import {
  appointment,
  device,
  healthcareService,
  messageHeader,
  patient,
  practitioner,
  practitionerRole,
  receiverOrganization,
  schedule,
  senderOrganization,
  serviceRequest,
  slot,
} from './resources.ts'

const ENTRIES: Readonly<Record<EntryName, Write>> = {
  MessageHeader: messageHeader,
  Appointment: appointment,
  ServiceRequest: serviceRequest,
  Patient: patient,
  Encounter: requesterEncounter,
  'Encounter-2': responderEncounter,
  CarePlan: carePlan,
  Location: location,
  Organization: senderOrganization,
  'Organization-2': receiverOrganization,
  Practitioner: practitioner,
  PractitionerRole: practitionerRole,
  Consent: consent,
  HealthcareService: healthcareService,
  Slot: slot,
  Schedule: schedule,
  Flag: sceneSafety,
  Condition: condition,
  Task: task,
  Device: device,
  Questionnaire: questionnaire,
  QuestionnaireResponse: questionnaireResponse,
}

/** A message of that workflow: what its MessageDefinition and its Application demand. */
export const exampleMessage = (example: Example): Bundle => {
  return {
    resourceType: 'Bundle',
    id: BUNDLE_ID,
    meta: {
      // The version of the Application's messages, not of Core.
      versionId: newestVersion(example.useCase),
      lastUpdated: SENT_AT,
      profile: ['https://fhir.nhs.uk/StructureDefinition/BARSBundleMessage'],
    },
    type: 'message',
    timestamp: SENT_AT,
    entry: entryNames(example).map((name) => entry(name, example)),
  }
}

const entry = (name: EntryName, example: Example): BundleEntry => {
  const id = idOf(name, example)
  const profile = profilesIn(example.workflow, name)
  return {
    fullUrl: fullUrl(name),
    resource: ENTRIES[name](example, {
      ...(id && { id }),
      meta: { lastUpdated: SENT_AT, profile },
    }),
  }
}

// A message that opens a conversation leaves ids to the Receiver, but for what GET /Slot gave.
const idOf = (name: EntryName, { workflow, service, focusId }: Example): string | undefined => {
  if (name === focusType(WORKFLOWS[workflow].event) && focusId) return focusId
  if (workflow === 'booking-new' || workflow === 'booking-update') {
    if (name === 'Slot') return slotId(service, Date.parse(SLOT_START) / MINUTE_MS)
    if (name === 'Schedule' || name === 'HealthcareService') return slotResourceId(name, service)
  }
  return opens(workflow) || name === 'MessageHeader' ? undefined : receiverId(name)
}

// A scene, and where it is, follow the profile of any Flag and Location too.
const profilesIn = (workflow: Workflow, name: EntryName): string[] => {
  const [type] = name.split('-')
  const focus: readonly Focus[] = MESSAGE_DEFINITIONS[WORKFLOWS[workflow].definition].focus
  const profiles = focus.filter((each) => each.type === type).map(profileOf)
  return profiles.length > 0
    ? profiles
    : [`https://fhir.hl7.org.uk/StructureDefinition/UKCore-${type}`]
}
