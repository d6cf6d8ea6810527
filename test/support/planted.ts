import { asJson, isObject, type Json } from '../../src/fhir/json.ts'
import { heldIn } from './mutate-json.ts'
import type { TestRequest } from './sandbox.ts'
import { putAt, spotsOf, valueAt } from './spots.ts'

/** Copies of JSON with that text in place of each text in turn. */
const plantedIn = (json: Json, planted: string): readonly Json[] =>
  spotsOf(json).flatMap((spot, at) => {
    if (typeof valueAt(spot) !== 'string') return []
    const copy = asJson(json)
    const same = spotsOf(copy)[at]
    if (same !== undefined) putAt(same, planted)
    return [copy]
  })

/** Requests with a text in place of, and within, each header in turn. */
export const inHeaders = (request: TestRequest, planted: string): readonly TestRequest[] =>
  Object.entries(request.headers).flatMap(([name, value]) => {
    const held = heldIn(value)
    const within = isObject(held) ? plantedIn(held, planted) : []
    return [planted, ...within.map((json) => btoa(JSON.stringify(json)))].map((header) => ({
      ...request,
      headers: { ...request.headers, [name]: header },
    }))
  })

/** The same of each part of the path and the query. */
export const inPath = (
  { path, ...request }: TestRequest,
  planted: string,
): readonly TestRequest[] => {
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

/** The same of each text in the body. */
export const inBody = (
  { body, ...request }: TestRequest,
  planted: string,
): readonly TestRequest[] =>
  body === undefined
    ? []
    : plantedIn(asJson(body), planted).map((each) => ({ ...request, body: each }))
