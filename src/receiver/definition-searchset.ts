import type { Bundle, MessageDefinition, MessageDefinitionFocus, UsageContext } from 'fhir/r4'
import { SYSTEMS, USE_CASES, type UseCase } from '../bars/code-systems.ts'
import {
  definitionUrl,
  type Focus,
  MESSAGE_DEFINITIONS,
  type MessageDefinitionName,
  profileOf,
} from '../bars/message-definitions.ts'
import type { ServiceId } from '../bars/services.ts'
import { WORKFLOWS } from '../bars/workflow.ts'
import { DEFINITIONS, type DefinitionsName } from '../scenarios/service-kinds.ts'
import { searchset } from './searchset.ts'

const USAGE = 'http://terminology.hl7.org/CodeSystem/usage-context-type'

const workflowContext = (system: string, code: string, display?: string): UsageContext => ({
  code: { system: USAGE, code: 'workflow' },
  valueCodeableConcept: { coding: [{ system, code, ...(display && { display }) }] },
})

// Receivers publish the service in an older form too, and Senders may look for either.
const olderServiceContext = (service: string): UsageContext => ({
  code: { system: SYSTEMS.dosService, code: service },
  valueCodeableConcept: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/variant-state', code: 'positive' }],
  },
})

// No BaRS message holds an Invoice, so no message satisfies a definition that asks for one.
const INVOICE: MessageDefinitionFocus = {
  code: 'Invoice',
  profile: 'http://hl7.org/fhir/StructureDefinition/Invoice',
  min: 1,
  max: '1',
}

const BUNDLE: MessageDefinitionFocus = {
  code: 'Bundle',
  profile: 'https://fhir.nhs.uk/StructureDefinition/BARSBundleMessage',
  min: 1,
  max: '1',
}

const focusElement = (focus: Focus): MessageDefinitionFocus => ({
  code: focus.type,
  profile: profileOf(focus),
  min: focus.min,
  max: focus.max,
})

const messageDefinition = (
  name: MessageDefinitionName,
  service: ServiceId,
  useCases: readonly UseCase[],
  isInvalid: boolean,
): MessageDefinition => {
  const { id, title, version, date, workflows, focus } = MESSAGE_DEFINITIONS[name]
  return {
    resourceType: 'MessageDefinition',
    id,
    url: definitionUrl(name),
    version,
    name: name.replaceAll(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase()),
    title,
    status: 'active',
    date,
    useContext: [
      olderServiceContext(service),
      workflowContext(SYSTEMS.dosService, service),
      ...useCases.map((code) => workflowContext(SYSTEMS.useCase, code, USE_CASES[code])),
    ],
    eventCoding: { system: SYSTEMS.event, code: WORKFLOWS[workflows[0]].event },
    focus: [BUNDLE, ...focus.map(focusElement), ...(isInvalid ? [INVOICE] : [])],
  }
}

/** The MessageDefinitions that a service offers, all or those of a use case, as a searchset. */
export const definitionSearchset = (
  name: DefinitionsName,
  search: {
    readonly service: ServiceId
    readonly useCases: readonly string[]
    readonly base: string
    readonly self: string
    readonly id: string
    readonly now: string
  },
): Bundle => {
  const { service } = search
  const offered = DEFINITIONS[name]
    .filter(([, useCases]) =>
      search.useCases.every((asked) => useCases.some((each) => each === asked)),
    )
    .map(([definition, useCases]) =>
      messageDefinition(definition, service, useCases, name === 'invalid'),
    )
  return searchset(search, offered, [])
}
