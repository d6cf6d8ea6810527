import { HEADERS } from '../bars/headers.ts'
import { FHIR_PATH } from '../bars/paths.ts'
import { exampleRequest } from '../examples/request.ts'
import { CATALOGUE, type CatalogueRow } from '../receiver/catalogue.ts'
import type { Page } from './visit.ts'

/** Every scenario as a collection that Postman, Insomnia and Bruno read (format 2.1). */
export const postman: Page = ({ c, place }) => {
  const bySuite = Map.groupBy(CATALOGUE, ({ suite }) => suite)
  c.header('Content-Disposition', 'attachment; filename="bars-sandbox.postman_collection.json"')
  return c.json({
    info: {
      name: 'BaRS Sandbox',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    variable: [{ key: 'sandbox', value: place.sandbox }],
    item: [...bySuite].map(([name, rows]) => ({ name, item: rows.map(itemOf) })),
  })
}

const FRESH: readonly string[] = [HEADERS.requestId, HEADERS.correlationId]

const itemOf = (row: CatalogueRow) => {
  const { method, path, headers, body } = exampleRequest(row)
  return {
    name: `${row.title} (${row.id})`,
    request: {
      method,
      url: `{{sandbox}}${FHIR_PATH}${path}`,
      header: Object.entries(headers).map(([key, value]) => ({
        key,
        value: FRESH.includes(key) ? '{{$guid}}' : value,
      })),
      ...(body && { body: { mode: 'raw', raw: JSON.stringify(body, null, 2) } }),
    },
  }
}
