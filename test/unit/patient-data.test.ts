import { it } from 'vitest'
import { asJson, isObject, type Json } from '../../src/fhir/json.ts'
import { faultsOf } from '../support/faults.ts'
import { heldIn } from '../support/mutate-json.ts'
import { PATIENT_DATA } from '../support/patient-data.ts'
import { requestOf } from '../support/request-of.ts'
import type { TestRequest } from '../support/sandbox.ts'
import { putAt, spotsOf, valueAt } from '../support/spots.ts'
import { createStandingSandbox } from '../support/standing-sandbox.ts'

/** Copies of JSON with that text in place of each text in turn. */
const plantedIn = (json: Json, planted: string): readonly Json[] =>
  spotsOf(json).flatMap((spot, at) => {
    if (typeof valueAt(spot) !== 'string') return []
    const copy = asJson(json)
    const same = spotsOf(copy)[at]
    if (same !== undefined) putAt(same, planted)
    return [copy]
  })

const inHeaders = (request: TestRequest, planted: string): readonly TestRequest[] =>
  Object.entries(request.headers).flatMap(([name, value]) => {
    const held = heldIn(value)
    const within = isObject(held) ? plantedIn(held, planted) : []
    return [planted, ...within.map((json) => btoa(JSON.stringify(json)))].map((header) => ({
      ...request,
      headers: { ...request.headers, [name]: header },
    }))
  })

const inPath = ({ path, ...request }: TestRequest, planted: string): readonly TestRequest[] => {
  const text = encodeURIComponent(planted)
  const [before = '', query = ''] = path.split('?')
  const parameters = query.split('&')
  const queries = parameters.flatMap((each, at) => {
    const [name, value] = each.split('=')
    return [
      ...[`${name}=${text}`, `${name}=${value}|${text}`, `${name}=${text}|${value}`],
      `${text}${name}=${value}`,
    ].map((parameter) => parameters.with(at, parameter).join('&'))
  })
  return [
    `${before.replace(/[^/]+$/, text)}?${query}`,
    `${before}${text}?${query}`,
    ...[...queries, `${query}&_format=${text}`, `${query}&${text}=1`].map(
      (each) => `${before}?${each}`,
    ),
  ].map((each) => ({ ...request, path: each }))
}

const inBody = ({ body, ...request }: TestRequest, planted: string): readonly TestRequest[] =>
  body === undefined
    ? []
    : plantedIn(asJson(body), planted).map((each) => ({ ...request, body: each }))

const REQUESTS = [
  'booking-accepted',
  'referral-accepted',
  'validation-accepted',
  'slot-free',
  'message-definition-any-service',
  'booking-get',
  'capability-any-service',
] as const

for (const id of REQUESTS) {
  it(`never repeats a patient’s data in a failure of ${id}`, { timeout: 60_000 }, async ({
    expect,
  }) => {
    const ask = createStandingSandbox()
    const request = requestOf(id)
    const requests = PATIENT_DATA.flatMap((planted) =>
      [inHeaders, inPath, inBody].flatMap((plant) => plant(request, planted)),
    )

    const faults = new Set<string>()
    const statuses = new Set<number>()
    for (const each of requests) {
      const response = await ask(each)
      statuses.add(response.status)
      for (const fault of await faultsOf(each, response)) faults.add(fault)
    }

    expect([...faults]).toEqual([])
    expect([...statuses]).toContain(400)
  })
}
