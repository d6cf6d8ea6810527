import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildRequest, type ScenarioId } from '../../src/index.ts'
import { scratchFolder } from '../support/scratch.ts'

/** What an interaction of a test expects, besides the scenario whose request it sends. */
export interface Expected {
  readonly id: ScenarioId
  readonly status: number
  readonly body?: object
  readonly state?: string
  readonly pending?: true
}

const FHIR_JSON = 'application/fhir+json'

/** Writes a pact file of these interactions into a folder of its own; gives its path. */
export const pactFile = (...interactions: readonly Expected[]): string => {
  const path = join(scratchFolder(), 'acme.json')
  const pact = {
    consumer: { name: 'acme' },
    provider: { name: 'bars-receiver' },
    interactions: interactions.map(interaction),
    metadata: { pactSpecification: { version: '4.0' } },
  }
  writeFileSync(path, JSON.stringify(pact))
  return path
}

const interaction = ({ id, status, body, state = `scenario ${id}`, pending }: Expected) => {
  const { method, path, headers, body: sent } = buildRequest(id)
  return {
    type: 'Synchronous/HTTP',
    description: id,
    ...(pending && { pending }),
    providerStates: [{ name: state }],
    request: {
      method,
      path,
      headers,
      ...(sent && { body: json(sent) }),
      ...(state.startsWith('111-ED: ') && { generators: ORGANISATION }),
    },
    response: { status, ...(body && { body: json(body) }) },
  }
}

const json = (content: object) => ({ content, contentType: FHIR_JSON, encoded: false })

/** Lets the sandbox say which organisation asks: the one that it prepared. */
const ORGANISATION = {
  header: {
    'NHSD-End-User-Organisation': {
      type: 'ProviderState',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Pact's own syntax
      expression: '${orgHeader}',
      dataType: 'STRING',
    },
  },
}
