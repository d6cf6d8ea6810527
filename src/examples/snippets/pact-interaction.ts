import { FHIR_PATH } from '../../bars/paths.ts'
import { providerState, scenarioState } from '../../receiver/catalogue.ts'
import { statusOf } from '../../scenarios/scenario.ts'
import type { Sending } from './sending.ts'

/** An interaction of a Pact V4 file, whose answer a client's own test goes on with. */
export const pactInteraction = ({ row, request }: Sending): string => {
  const [path = '', query] = request.path.split('?')
  return JSON.stringify(
    {
      type: 'Synchronous/HTTP',
      description: row.title,
      providerStates: [{ name: row.given ? providerState(row.given) : scenarioState(row.id) }],
      request: {
        method: request.method,
        path: `${FHIR_PATH}${path}`,
        ...(query && { query: listed(query) }),
        headers: lists(request.headers),
        ...(request.body && {
          body: { contentType: 'application/fhir+json', encoded: false, content: request.body },
        }),
      },
      response: {
        status: statusOf(row.reply),
        headers: { 'Sandbox-Scenario': [row.id] },
      },
    },
    null,
    2,
  )
}

const lists = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))

const listed = (query: string) => {
  const parameters = new URLSearchParams(query)
  return Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)]))
}
