import type { Asked } from './answer.ts'
import { focusOf, focusTable } from './focus.ts'
import { PUBLISHED } from './message-definitions.ts'
import { offersOf } from './offers.ts'
import { searchsetOf } from './searchset.ts'
import { USE_CASE_NAMES, type UseCaseCode } from './use-cases.ts'

const DOS = 'https://fhir.nhs.uk/Id/dos-service-id'
const USE_CASES = 'https://fhir.nhs.uk/CodeSystem/usecases-categories-bars'
const WORKFLOW = {
  system: 'http://terminology.hl7.org/CodeSystem/usage-context-type',
  code: 'workflow',
}

/** The service whose MessageDefinitions no message satisfies. */
const INVALID = '2000071898'

const positive = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/variant-state', code: 'positive' }],
}

const useContext = (service: string, useCases: readonly UseCaseCode[]) => [
  { code: { system: DOS, code: service }, valueCodeableConcept: positive },
  { code: WORKFLOW, valueCodeableConcept: { coding: [{ system: DOS, code: service }] } },
  ...useCases.map((code) => ({
    code: WORKFLOW,
    valueCodeableConcept: {
      coding: [{ system: USE_CASES, code, display: USE_CASE_NAMES[code] }],
    },
  })),
]

const definition = (suffix: string, useCases: readonly UseCaseCode[], service: string) => {
  const published = PUBLISHED[suffix]
  if (published === undefined) throw new Error(`no MessageDefinition ${suffix}`)
  const { focus, ...rest } = published
  return {
    resourceType: 'MessageDefinition',
    url: `https://fhir.nhs.uk/MessageDefinition/bars-message-${suffix}`,
    status: 'active',
    ...rest,
    useContext: useContext(service, useCases),
    eventCoding: {
      system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars',
      // The URL begins with it.
      code: suffix.split('-').slice(0, 2).join('-'),
    },
    focus: [
      ...focusTable(focus),
      ...(service === INVALID ? [focusOf('Invoice@invoice 1..1')] : []),
    ],
  }
}

/** The searchset of MessageDefinitions of a service. */
export const expectedDefinitions = ({ planted = '', base }: Asked) =>
  searchsetOf({
    base,
    self: `${base}/MessageDefinition?context=${encodeURIComponent(`${DOS}|${planted}`)}`,
    matches: offersOf(planted).map(([name, useCases]) => definition(name, useCases, planted)),
    included: [],
  })
