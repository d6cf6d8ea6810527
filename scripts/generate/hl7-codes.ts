import type { CodeSystem, CodeSystemConcept } from 'fhir/r4'
import { TERMS } from './definitions.ts'

/** The systems of HL7 that BaRS messages use; of a large one, only what is below these concepts. */
const SYSTEMS: Readonly<Record<string, readonly string[] | 'all'>> = {
  'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical': 'all',
  'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification': 'all',
  'http://terminology.hl7.org/CodeSystem/condition-clinical': 'all',
  'http://terminology.hl7.org/CodeSystem/condition-ver-status': 'all',
  'http://terminology.hl7.org/CodeSystem/consentscope': 'all',
  'http://terminology.hl7.org/CodeSystem/medication-statement-category': 'all',
  'http://terminology.hl7.org/CodeSystem/v2-0131': 'all',
  'http://terminology.hl7.org/CodeSystem/v3-ActCode': ['_ActEncounterCode', '_ActConsentDirective'],
  'http://terminology.hl7.org/CodeSystem/v3-RoleCode': 'all',
}

const published = TERMS.flatMap((each) => (each.resourceType === 'CodeSystem' ? [each] : []))

const systemOf = (url: string): CodeSystem => {
  const found = published.find((each) => each.url === url)
  if (found === undefined) throw new Error(`R4 publishes no code system ${url}`)
  return found
}

const below = (concepts: readonly CodeSystemConcept[]): readonly CodeSystemConcept[] =>
  concepts.flatMap((each) => [each, ...below(each.concept ?? [])])

const conceptsOf = (url: string, of: readonly string[] | 'all'): readonly CodeSystemConcept[] => {
  const all = below(systemOf(url).concept ?? [])
  const wanted = of === 'all' ? all : all.filter(({ code }) => of.includes(code))
  // Concepts that only group others are no codes to be sent.
  return (of === 'all' ? all : below(wanted)).filter(({ code }) => !code.startsWith('_'))
}

const quoted = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`)

const isName = (code: string): boolean => /^[A-Za-z_$][\w$]*$/.test(code)

const row = ({ code, display = code }: CodeSystemConcept): string =>
  `    ${isName(code) ? code : quoted(code)}: ${quoted(display.trim())},`

const section = ([url, of]: readonly [string, readonly string[] | 'all']): string => {
  const rows = new Map(conceptsOf(url, of).map((concept) => [concept.code, row(concept)]))
  return `  ${quoted(url)}: {\n${[...rows.values()].join('\n')}\n  },`
}

/** src/validation/tables/hl7-codes.ts: the codes of HL7 that messages use, from R4 as published. */
export const hl7Codes = (): string => `import type { Codes } from './bars-codes.ts'

/** The codes of HL7 that BaRS messages use, by system. Written by \`npm run generate\` from FHIR R4. */
export const HL7_CODES: Readonly<Record<string, Codes>> = {
${Object.entries(SYSTEMS).map(section).join('\n')}
}
`
