import type { Occasion } from '../../src/bars/occasions.ts'
import { isObject, type Json } from '../../src/fhir/json.ts'
import { scenarioOf } from '../../src/receiver/catalogue.ts'
import { statusOf } from '../../src/scenarios/scenario.ts'
import { holdsPatientData, isR4String } from './patient-data.ts'
import type { TestRequest } from './sandbox.ts'

/** What is wrong with an answer of the FHIR API whatever was asked; nothing, if all is well. */
export const faultsOf = async (
  request: TestRequest,
  response: Response,
): Promise<readonly string[]> => {
  const text = await response.text()
  const body = parsed(text)
  const faults: Readonly<Record<string, boolean>> = {
    'a 5xx that no scenario asks for': isUnplanned(response),
    'a media type that is not FHIR JSON':
      response.headers.get('Content-Type') !== 'application/fhir+json',
    'a body that is no resource': !isObject(body) || typeof body['resourceType'] !== 'string',
    'a failure that does not say why': response.status >= 300 && !saysWhy(body),
    'a patient’s data repeated': response.status >= 300 && holdsPatientData(text),
    'a stack': / {4}at \S+ \(|node:internal/.test(text),
    'entries lost or added': response.status === 200 && !keepsEntries(request, response, body),
  }
  return Object.keys(faults).filter((fault) => faults[fault])
}

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const rowOf = ({ headers }: Response) => scenarioOf(headers.get('Sandbox-Scenario') ?? '')

const isUnplanned = (response: Response): boolean => {
  const row = rowOf(response)
  const planned = row && statusOf(row.reply)
  return response.status >= 500 && response.status !== planned
}

const saysWhy = (body: Json | undefined): boolean => {
  if (!isObject(body) || body['resourceType'] !== 'OperationOutcome') return false
  return (
    Array.isArray(body['issue']) &&
    body['issue'].length > 0 &&
    body['issue'].every(
      (issue) =>
        isObject(issue) &&
        typeof issue['diagnostics'] === 'string' &&
        issue['diagnostics'].trim() !== '' &&
        isR4String(issue['diagnostics']),
    )
  )
}

// The Receiver of a new referral or validation request adds an Encounter of its own.
const keepsEntries = ({ body }: TestRequest, response: Response, answer: Json | undefined) => {
  if (typeof body !== 'string') return true
  const on: readonly Occasion[] = rowOf(response)?.on ?? []
  const added = [
    ...(on.some(isPlanned) ? [1] : []),
    ...(on.every(isPlanned) && on.length > 0 ? [] : [0]),
  ]
  return added.some((count) => entriesOf(answer) === entriesOf(parsed(body)) + count)
}

const isPlanned = (on: Occasion): boolean => on === 'referral-new' || on === 'validation-new'

const entriesOf = (bundle: Json | undefined): number =>
  isObject(bundle) && Array.isArray(bundle['entry']) ? bundle['entry'].length : 0
