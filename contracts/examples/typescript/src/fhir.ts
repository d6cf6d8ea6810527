/** As much of FHIR as Calder Telehealth needs. */

export interface Resource {
  readonly resourceType: string
  readonly id?: string
  readonly [element: string]: unknown
}

export interface Entry {
  readonly fullUrl: string
  readonly resource: Resource
}

export interface Bundle {
  readonly resourceType: 'Bundle'
  readonly entry: readonly Entry[]
  readonly [element: string]: unknown
}

/** A Bundle, and the use-context header that says in short what it is. */
export interface Message {
  readonly useContext: string
  readonly bundle: Bundle
}

export interface OperationOutcome {
  readonly resourceType: 'OperationOutcome'
  readonly issue: readonly { readonly diagnostics: string }[]
}

export const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition'
export const BARS = 'https://fhir.nhs.uk/StructureDefinition'
export const CODES = 'https://fhir.nhs.uk/CodeSystem'
export const IDS = 'https://fhir.nhs.uk/Id'
export const HL7 = 'http://terminology.hl7.org/CodeSystem'

/** The first resource of a type in a Bundle. */
export const resourceOf = ({ entry }: Bundle, type: string): Resource => {
  const found = entry.find(({ resource }) => resource.resourceType === type)
  if (found === undefined) throw new Error(`there is no ${type} in the Bundle`)
  return found.resource
}

export const idOf = (bundle: Bundle, type: string): string => {
  const { id } = resourceOf(bundle, type)
  if (id === undefined) throw new Error(`the ${type} has no id`)
  return id
}

export const coding = (system: string, code: string, display: string) => ({ system, code, display })

/** Or so many minutes later; with the seven digits that the national simulator wants. */
export const now = (minutes = 0): string =>
  new Date(Date.now() + minutes * 60_000).toISOString().replace('Z', '0000Z')
