import type {
  CodeSystemConcept,
  ElementDefinition,
  ElementDefinitionType,
  FhirResource,
  StructureDefinition,
  ValueSetComposeInclude,
} from 'fhir/r4'
import { STRUCTURES, TERMS } from './definitions.ts'

/** The resources of BaRS: what its messages hold, and what a Receiver answers. */
// biome-ignore format: a table reads by column
const RESOURCES: readonly string[] = [
  'AllergyIntolerance', 'Appointment', 'Bundle', 'CapabilityStatement', 'CarePlan', 'Communication', 'Condition',
  'Consent', 'Device', 'Encounter', 'Flag', 'HealthcareService', 'Location', 'MedicationStatement',
  'MessageDefinition', 'MessageHeader', 'Observation', 'OperationOutcome', 'Organization', 'Patient', 'Practitioner',
  'PractitionerRole', 'Procedure', 'Questionnaire', 'QuestionnaireResponse', 'RelatedPerson', 'Schedule',
  'ServiceRequest', 'Slot', 'Task',
]

const TYPES: ReadonlyMap<string, StructureDefinition> = new Map(
  STRUCTURES.flatMap((each) =>
    each.resourceType === 'StructureDefinition' ? [[each.name, each] as const] : [],
  ),
)

const BY_URL: ReadonlyMap<string | undefined, FhirResource> = new Map(
  TERMS.map((each) => ['url' in each ? each.url : undefined, each]),
)

// What Medplum adds to R4, such as `Meta.project`, does not say whether it is a modifier; all of R4 does.
const elementsOf = (type: string): readonly ElementDefinition[] =>
  (TYPES.get(type)?.snapshot?.element ?? []).filter(
    ({ path, max, isModifier }) => path.includes('.') && max !== '0' && isModifier !== undefined,
  )

// Every extension may be of any type: that list is written once.
const isOpen = ({ type = [] }: ElementDefinition): boolean => type.length > 40

const isResource = (type: string): boolean => TYPES.get(type)?.kind === 'resource'

/** Whether an element has elements of its own, so that it is a type by itself. */
const isBackbone = ({ type = [] }: ElementDefinition): boolean =>
  type.some(({ code }) => code === 'BackboneElement' || code === 'Element')

function typesOf(element: ElementDefinition): readonly string[] {
  const { path, type = [], contentReference } = element
  if (contentReference !== undefined) return [contentReference.slice(1)]
  if (isBackbone(element)) return [path]
  return [...new Set(type.map((each) => nameOf(path, each)))]
}

// R4 calls the id of a resource a string, as it does that of an element; but it has the form of an id.
// What holds a resource may hold any: Medplum has an OperationOutcome in one place.
function nameOf(
  path: string,
  { code, profile = [], targetProfile = [], extension = [] }: ElementDefinitionType,
): string {
  const targets = targetProfile.map((each) => each.slice(each.lastIndexOf('/') + 1))
  if (code === 'Reference' && targets.length > 0 && !targets.includes('Resource')) {
    return `Reference(${targets.join()})`
  }
  if (profile.some((each) => each.endsWith('/SimpleQuantity'))) return 'SimpleQuantity'
  if (isResource(code)) return 'Resource'
  if (!code.startsWith('http://hl7.org/fhirpath/')) return code
  const [type = '', ...keys] = path.split('.')
  return keys.join() === 'id' && isResource(type) ? 'id' : (extension[0]?.valueUrl ?? 'string')
}

/** The codes of a required binding; they have a system where a CodeableConcept holds them. */
interface CodeList {
  readonly name: string
  readonly system?: string | undefined
  readonly codes: readonly string[]
}

/** The codes that alone an element may have; undefined where they cannot be listed, as media types. */
function codesOf({ binding, type = [] }: ElementDefinition): CodeList | undefined {
  const { strength, valueSet: url = '' } = binding ?? {}
  if (strength !== 'required') return undefined
  const [canonical = ''] = url.split('|')
  const set = BY_URL.get(canonical)
  const include = set?.resourceType === 'ValueSet' ? (set.compose?.include ?? []) : []
  const codes = [...new Set(include.flatMap(includedIn))]
  if (codes.length === 0) return undefined
  const isOfConcepts = type.some(({ code }) => code === 'CodeableConcept')
  return {
    name: canonical.slice(canonical.lastIndexOf('/') + 1),
    codes,
    ...(isOfConcepts && { system: include[0]?.system }),
  }
}

function includedIn({ system, concept }: ValueSetComposeInclude): readonly string[] {
  if (concept !== undefined) return concept.map(({ code }) => code)
  const found = BY_URL.get(system)
  return found?.resourceType === 'CodeSystem' ? codesIn(found.concept ?? []) : []
}

const codesIn = (concepts: readonly CodeSystemConcept[]): readonly string[] =>
  concepts.flatMap(({ code, concept = [] }) => [code, ...codesIn(concept)])

/** The elements of a type by path: its own, and those of its backbones. */
function rowsOf(type: string): ReadonlyMap<string, readonly ElementDefinition[]> {
  const all = elementsOf(type).map((each) => ({ ...each, path: each.path.replace(/^\w+/, type) }))
  return Map.groupBy(all, ({ path }) => path.slice(0, path.lastIndexOf('.')))
}

/** These and every type that they lead to, but for primitives and what others are made from. */
function reachable(types: readonly string[]): readonly string[] {
  const found = new Set(types)
  for (const type of found) {
    for (const each of elementsOf(type).flatMap(typesOf)) if (TYPES.has(each)) found.add(each)
  }
  const isRow = (type: string) => type !== 'Resource' && TYPES.get(type)?.kind !== 'primitive-type'
  return [...found].filter(isRow).sort()
}

function sign({ path, min, max }: ElementDefinition): string {
  if (max === '1') return min === 0 ? '?' : '!'
  if (max === '*' && (min === 0 || min === 1)) return min === 0 ? '*' : '+'
  throw new Error(`${path} is ${min}..${max}: the table has no sign for that`)
}

function inShort(element: ElementDefinition): string {
  const codes = codesOf(element)
  const types = isOpen(element) ? '*' : typesOf(element).join('|')
  const name = element.path.slice(element.path.lastIndexOf('.') + 1)
  return `${name}${sign(element)}${types}${codes ? `@${codes.name}` : ''}`
}

const members = (rows: readonly (readonly [name: string, row: string])[]): string =>
  rows.map(([name, row]) => `  '${name}': '${row}',`).join('\n')

/** src/fhir/r4/table.ts: the types of R4 that BaRS has to do with, in short. */
export function r4Table(): string {
  const rows = reachable([...RESOURCES, 'Element']).flatMap((type) => [...rowsOf(type)])
  const elements = rows.flatMap(([, all]) => all)
  const lists = new Map(
    elements
      .flatMap((element) => codesOf(element) ?? [])
      .map(({ name, system, codes }) => [name, [system ?? [], codes].flat().join(' ')] as const),
  )
  return `// Generated from the StructureDefinitions and ValueSets of R4 by \`npm run generate\`.

/**
 * The elements of each type, in order: the name, how many there may be (\`?\` one, \`!\` exactly one,
 * \`*\` any number, \`+\` one or more), the type or the types of a choice, in brackets what a reference may
 * lead to, and after \`@\` the codes that alone it may have.
 */
// biome-ignore format: a table reads by row
export const TYPES: Readonly<Record<string, string>> = {
${members(rows.map(([name, all]) => [name, all.map(inShort).join(' ')]))}
}

/** The types of an element that may be of any, which is written \`*\`. */
export const OPEN_TYPES =
  '${elements.filter(isOpen).slice(0, 1).flatMap(typesOf).join('|')}'

/** The codes of required bindings, by ValueSet; those of CodeableConcepts have their system first. */
// biome-ignore format: a table reads by row
export const CODE_LISTS: Readonly<Record<string, string>> = {
${members([...lists].sort(([a], [b]) => (a < b ? -1 : 1)))}
}
`
}
