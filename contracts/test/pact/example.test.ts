import { it } from 'vitest'
import { asJson, isObject, type Json } from '../../../src/fhir/json.ts'
import type { Interaction } from '../../src/pact/pact-file.ts'
import { receiverPact } from '../../src/pact/pacts.ts'
import { createSandbox } from '../../src/sandbox/checking-sandbox.ts'

const ORIGIN = 'https://sandbox.test'
const { interactions: all } = await receiverPact()

type Sandbox = ReturnType<typeof createSandbox>

/** What a verifier gets for a provider state. */
const prepare = async (sandbox: Sandbox, state: string): Promise<Record<string, Json>> => {
  const response = await sandbox.fetch(
    new Request(`${ORIGIN}/_pact/state`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ action: 'setup', params: {}, state }),
    }),
  )
  const given = asJson(await response.json())
  return isObject(given) ? given : {}
}

/** The request of an interaction as a verifier sends it. */
const sent = ({ request }: Interaction, base: string, given: Record<string, Json>): Request => {
  const query = Object.entries(request.query ?? {}).flatMap(([name, values]) =>
    values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  )
  const headers = new Headers()
  for (const [name, values] of Object.entries(request.headers)) headers.set(name, values.join(', '))
  for (const [name, { expression = '' }] of Object.entries(request.generators?.header ?? {})) {
    headers.set(
      name,
      expression.replace(/\$\{(\w+)\}/g, (_, key: string) => `${given[key]}`),
    )
  }
  return new Request(`${base}${request.path}${query.length > 0 ? `?${query.join('&')}` : ''}`, {
    method: request.method,
    headers,
    ...(request.body && { body: JSON.stringify(request.body.content) }),
  })
}

for (const interaction of all) {
  it(`asks for what it promises: ${interaction.key}`, async ({ expect }) => {
    const sandbox = createSandbox()
    const given = await prepare(sandbox, interaction.providerStates[0]?.name ?? '')

    const response = await sandbox.fetch(sent(interaction, `${ORIGIN}${sandbox.fhirPath}`, given))

    const { status, headers = {} } = interaction.response
    expect(response.status).toBe(status)
    expect(Object.keys(headers).map((name) => [name, response.headers.get(name)])).toEqual(
      Object.entries(headers).map(([name, values]) => [name, values.join(', ')]),
    )
  })
}
