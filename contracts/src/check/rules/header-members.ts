import { SYSTEMS } from '../../../../src/bars/code-systems.ts'
import { Failure } from '../../../../src/bars/failure.ts'
import { HEADERS } from '../../../../src/bars/headers.ts'
import { readOrganisation } from '../../../../src/bars/organisation.ts'
import { readTarget } from '../../../../src/bars/target.ts'
import { isObject, list, member, text } from '../../../../src/fhir/json.ts'
import { isTestTarget } from '../../../../src/scenarios/find.ts'
import type { CheckedRequest } from '../checked-request.ts'
import { CLAUSES } from '../clauses.ts'
import { type RequiredElement, wrongAt } from '../places.ts'
import type { Finding, Rule } from '../rule.ts'
import { findingOf } from './failure-finding.ts'

interface Member extends RequiredElement {
  readonly of: string
}

const resourceType = (of: string, type: string): Member => ({
  of,
  path: 'resourceType',
  expected: `'${type}'`,
  is: (value) => value === type,
})

// The API has objects where R4 has lists; both are sent.
const hasText = (key: string) => (value: unknown) =>
  list({ value }, 'value').some((each) => text(each, key) !== undefined)

const REQUIRED: readonly Member[] = [
  { of: HEADERS.target, path: 'system', expected: `'${SYSTEMS.dosService}'` },
  { of: HEADERS.target, path: 'value', expected: 'the id of a service' },
  resourceType(HEADERS.organisation, 'Organization'),
  resourceType(HEADERS.software, 'Device'),
  {
    of: HEADERS.software,
    path: 'identifier',
    expected: 'an identifier with a system and a value',
    is: (value) => hasText('system')(value) && hasText('value')(value),
  },
  resourceType(HEADERS.practitioner, 'PractitionerRole'),
]

const USUAL: readonly Member[] = [
  { of: HEADERS.organisation, path: 'name', expected: 'the name of the organisation' },
  {
    of: HEADERS.software,
    path: 'deviceName',
    expected: 'the name of the software',
    is: hasText('name'),
  },
  {
    of: HEADERS.software,
    path: 'version',
    expected: 'the version of the software',
    is: hasText('value'),
  },
]

/** Rules for what is in the headers that hold JSON. */
export const HEADER_MEMBER_RULES: readonly Rule[] = [
  { source: CLAUSES.headers, find: (request) => REQUIRED.flatMap((each) => wrong(request, each)) },
  {
    source: CLAUSES.headers,
    isWarning: true,
    find: (request) => USUAL.flatMap((each) => wrong(request, each)),
  },
  { source: CLAUSES.headers, find: (request) => noOdsCode(request) },
  { source: CLAUSES.headers, find: (request) => unknownTarget(request) },
]

const wrong = ({ headerJson }: CheckedRequest, required: Member): readonly Finding[] => {
  const read = headerJson(required.of)
  if (read === undefined || !('json' in read)) return []
  const where = `header ${required.of}`
  if (!isObject(read.json)) {
    return [{ where, expected: 'base64 of a JSON object', received: 'other JSON' }]
  }
  const have = Object.keys(read.json).filter((key) => /^\w{1,40}$/.test(key))
  return wrongAt(read.json, `${where} » `, required).map((finding) => ({
    ...finding,
    ...(finding.received === 'absent' &&
      have.length > 0 && { mend: `have ${have.slice(0, 6).join(', ')}` }),
  }))
}

const noOdsCode = ({ header, headerJson }: CheckedRequest): readonly Finding[] => {
  const value = header(HEADERS.organisation)
  const read = headerJson(HEADERS.organisation)
  if (value === undefined || read === undefined || !('json' in read) || !isObject(read.json)) {
    return []
  }
  const outcome = readOrganisation(value)
  if (!(outcome instanceof Failure)) return []
  const { received } = findingOf(outcome)
  return [
    {
      where: `header ${HEADERS.organisation} » identifier`,
      expected: `system ${SYSTEMS.odsCode} and a value of 3 to 12 letters and digits`,
      received: member(read.json, 'identifier') === undefined ? 'absent' : received,
    },
  ]
}

const unknownTarget = ({ header, row }: CheckedRequest): readonly Finding[] => {
  const value = header(HEADERS.target)
  // Where the target is the sentinel, the rule for sentinels says which it must be.
  if (value === undefined || row?.sentinel.in === HEADERS.target) return []
  const outcome = readTarget(value, isTestTarget)
  return outcome instanceof Failure && outcome.code === 'PROXY_NOT_FOUND'
    ? [findingOf(outcome, `header ${HEADERS.target} » value`)]
    : []
}
