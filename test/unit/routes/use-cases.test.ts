import { it } from 'vitest'
import { sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const USE_CASE = 'https://fhir.nhs.uk/CodeSystem/usecases-categories-bars'

const totalOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'total' in body ? body.total : undefined

it('finds what has all of the use cases asked for, in whatever order', async ({ expect }) => {
  const app = createSandbox()
  const ask = async (...useCases: readonly string[]) => {
    const contexts = useCases.map((each) => `&context=${USE_CASE}|${each}`).join('')
    const path = `/MessageDefinition?context=2000072489${contexts}`
    const request = requestOf('message-definition-any-service', { path })
    return totalOf(await (await app.request(sent({ request }))).json())
  }

  const one = await ask('a1t1')

  expect(one).toBeGreaterThan(0)
  expect([await ask('a1t1', 'A1T1'), await ask('a1t1', 'z9t9'), await ask('z9t9', 'a1t1')]).toEqual(
    [one, 0, 0],
  )
})
