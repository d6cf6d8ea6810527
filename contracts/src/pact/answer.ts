import { createApp } from '../../../src/app.ts'
import { Failure } from '../../../src/bars/failure.ts'
import { HEADERS } from '../../../src/bars/headers.ts'
import { readOrganisation } from '../../../src/bars/organisation.ts'
import { FHIR_PATH, PUBLIC_SPACE } from '../../../src/bars/paths.ts'
import { organisationsInMemory } from '../../../src/receiver/111-ed/memory.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import { asJson, type Json } from './json.ts'
import type { ShownRequest } from './request.ts'

/** The FHIR base in examples. */
export const BASE = `https://receiver.example${FHIR_PATH}`

/** The version of the software in examples: releases change no Pact file. */
export const VERSION = '0.0.0'

/** How the UUIDs that the Receiver makes begin in examples. */
export const MADE = '0ba25009'

// Before the day on which examples happen, so that their Slots are in the future.
const NOW = Date.parse('2030-01-14T12:00:00Z')

/** What the sandbox answers to the example of a row. */
export interface ExampleAnswer {
  readonly status: number
  readonly headers: Headers
  readonly json: Json
}

/** Asks a sandbox whose clock stands still, and whose ids count up, for a row's answer. */
export const exampleAnswer = async (
  { given = [] }: Scenario,
  { method, path, headers, json }: ShownRequest,
): Promise<ExampleAnswer> => {
  const organisations = organisationsInMemory()
  const app = createApp({ now: () => NOW, newId: countingIds(), version: VERSION, organisations })
  for (const state of given) {
    const odsCode = readOrganisation(headers[HEADERS.organisation] ?? '')
    if (odsCode instanceof Failure) throw new Error('the example names no organisation')
    await organisations(PUBLIC_SPACE, odsCode).put(state, NOW)
  }

  const response = await app.fetch(
    new Request(`${BASE}${path}`, {
      method,
      headers: { ...headers },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    }),
  )
  return { status: response.status, headers: response.headers, json: asJson(await response.json()) }
}

const countingIds = () => {
  let count = 0
  return () => {
    count += 1
    return `${MADE}-0000-4000-8000-${String(count).padStart(12, '0')}`
  }
}
