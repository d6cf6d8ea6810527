import { SYSTEMS } from '../../bars/code-systems.ts'
import { ENDPOINTS, type Endpoint } from '../../bars/endpoints.ts'
import { Failure } from '../../bars/failure.ts'
import { HEADERS, readHeaderJson, type Slip, slipIn } from '../../bars/headers.ts'
import { readOrganisation } from '../../bars/organisation.ts'
import { remember } from '../../bars/remember.ts'
import { isObject, type JsonObject, list, member, text } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import { type Element, faultsAt } from '../elements.ts'
import { Walk } from '../r4/walk.ts'
import type { SentRequest } from '../request.ts'
import {
  type Check,
  type Fault,
  type Finding,
  faultOf,
  findingOf,
  NOTHING,
  ofRequest,
  type Rule,
} from '../rule.ts'
import { misspeltIn, SPELLING } from './systems.ts'

/** A header that holds JSON in base64. */
interface JsonHeader {
  readonly name: string
  readonly holds: string
  /** How sternly an endpoint asks for it; none does, if left out. */
  readonly due?: (endpoint: Endpoint) => 'error' | 'warning' | undefined
  /** What it must hold, and what it should. */
  readonly must: readonly Element[]
  readonly should: readonly Element[]
  /** Set where it names a person, so that nothing of it is remembered. */
  readonly isPersonal?: true
}

const resourceType = (type: string): Element => ({
  path: 'resourceType',
  expected: `'${type}'`,
  is: (value) => value === type,
})

// The API has objects where R4 has lists; both are sent.
const hasText = (key: string) => (value: unknown) =>
  list({ value }, 'value').some((each) => text(each, key) !== undefined)

// A Sender may ask what a service can do before it says who it is.
const usualAtDiscovery = (endpoint: Endpoint) => (endpoint.isDiscovery ? 'warning' : 'error')

const JSON_HEADERS: readonly JsonHeader[] = [
  {
    name: HEADERS.target,
    holds: '{"system":"…","value":"…"}',
    due: (endpoint) => (endpoint === ENDPOINTS.metadata ? undefined : 'error'),
    must: [
      { path: 'system', expected: `'${SYSTEMS.dosService}'` },
      { path: 'value', expected: 'the id of a service' },
    ],
    should: [],
  },
  {
    name: HEADERS.organisation,
    holds: 'an Organization',
    due: usualAtDiscovery,
    must: [resourceType('Organization')],
    should: [{ path: 'name', expected: 'the name of the organisation' }],
  },
  {
    name: HEADERS.software,
    holds: 'a Device',
    due: usualAtDiscovery,
    must: [
      resourceType('Device'),
      {
        path: 'identifier',
        expected: 'an identifier with a system and a value',
        is: (value) => hasText('system')(value) && hasText('value')(value),
      },
    ],
    should: [
      { path: 'deviceName', expected: 'the name of the software', is: hasText('name') },
      { path: 'version', expected: 'the version of the software', is: hasText('value') },
    ],
  },
  {
    name: HEADERS.practitioner,
    holds: 'a PractitionerRole',
    must: [resourceType('PractitionerRole')],
    should: [],
    isPersonal: true,
  },
]

/** The target is one that somebody answers for. */
export const KNOWN_TARGET: Rule = {
  id: 'http/nhsd-target-identifier.known',
  severity: 'error',
  source: CLAUSES.headers,
}

/** Checks of the headers that hold JSON: that they are sent, can be read, and what they say. */
export const JSON_HEADER_CHECKS: readonly Check[] = [
  ...JSON_HEADERS.flatMap((each) => [...sentChecks(each), contentCheck(each)]),
  ofRequest(KNOWN_TARGET, unknownTarget),
]

function idOf({ name }: JsonHeader): string {
  return `http/${name.toLowerCase()}`
}

function sentChecks(row: JsonHeader): readonly Check[] {
  const { name, holds, due } = row
  if (due === undefined) return []
  const rule: Rule = {
    id: idOf(row),
    severity: 'error',
    source: CLAUSES.headers,
    tag: 'RS/BS-HTTP-HEAD',
  }
  const sent: Check = ofRequest(rule, ({ header, meant }) => {
    const severity = meant === undefined || header(name) ? undefined : due(meant)
    if (severity === undefined) return NOTHING
    const expected = `base64 of ${holds}`
    return [{ severity, where: `header ${name}`, expected, received: 'absent' }]
  })
  return [sent]
}

/** Checks what a header holds; a Sender's headers are the same in every request. */
function contentCheck(row: JsonHeader): Check {
  const { name, isPersonal } = row
  const rules = rulesOf(row)
  const look = (value: string) => findingsIn(value, row, rules)
  const find = isPersonal ? look : remember(look)
  return {
    rules: [...Object.values(rules.own), ...rules.elements.map(({ rule }) => rule)],
    find: ({ header }) => {
      const value = header(name)
      return value ? find(value) : NOTHING
    },
  }
}

interface ContentRules {
  readonly own: {
    readonly base64: Rule
    readonly json: Rule
    readonly odsCode?: Rule
  }
  readonly elements: readonly { readonly rule: Rule; readonly element: Element }[]
}

function rulesOf(row: JsonHeader): ContentRules {
  const rule = (part: string, severity: 'error' | 'warning', source: string = CLAUSES.headers) => ({
    id: `${idOf(row)}.${part}`,
    severity,
    source,
  })
  return {
    own: {
      base64: rule('base64', 'error', CLAUSES.base64),
      json: rule('json', 'error'),
      ...(row.name === HEADERS.organisation && { odsCode: rule('ods-code', 'error') }),
    },
    elements: [
      ...row.must.map((element) => ({ rule: rule(element.path, 'error'), element })),
      ...row.should.map((element) => ({ rule: rule(element.path, 'warning'), element })),
    ],
  }
}

function findingsIn(
  value: string,
  { name, holds }: JsonHeader,
  { own, elements }: ContentRules,
): readonly Finding[] {
  const where = `header ${name}`
  const unreadable = unreadableIn(value)
  if (unreadable !== undefined) {
    return [findingOf(own.base64, { where, expected: `base64 of ${holds}`, ...unreadable })]
  }
  const read = readHeaderJson(value)
  const json = 'json' in read ? read.json : undefined
  if (!isObject(json)) {
    const other = { where, expected: 'base64 of a JSON object', received: 'other JSON' }
    return [findingOf(own.json, other)]
  }
  return [
    ...elements.flatMap(({ rule, element }) =>
      withKeys(json, faultsAt(json, `${where} » `, element)).map((fault) => findingOf(rule, fault)),
    ),
    ...shapeOf(json, `${where} »`),
    ...(own.odsCode ? noOdsCode(value, json).map(stampedBy(own.odsCode)) : []),
    ...misspeltIn(json, `${where} »`)
      // The real proxy looks the target's system up letter for letter (ruling 10).
      .map((fault) =>
        where.endsWith(HEADERS.target) ? { ...fault, severity: 'error' as const } : fault,
      )
      .map(stampedBy(SPELLING)),
  ]
}

// The API's specification has objects where R4 has lists: both are right by one of them.
function shapeOf(json: JsonObject, root: string): readonly Finding[] {
  const type = text(json, 'resourceType') ?? ''
  return new Walk(json, { type, root, typeAt: () => undefined }).faults.found.map((finding) => ({
    ...finding,
    where: finding.where.replace('».', '» '),
    ...(finding.rule === 'r4/list' && { severity: 'information' as const }),
  }))
}

const stampedBy = (rule: Rule) => (fault: Fault) => findingOf(rule, fault)

// Which members are there tells a near miss; their names are no patient's, but may be long.
function withKeys(json: JsonObject, faults: readonly Fault[]): readonly Fault[] {
  const have = Object.keys(json).filter((key) => /^\w{1,40}$/.test(key))
  if (have.length === 0) return faults
  const mend = `have ${have.slice(0, 6).join(', ')}`
  return faults.map((fault) => (fault.received === 'absent' ? { ...fault, mend } : fault))
}

function noOdsCode(value: string, json: JsonObject): readonly Fault[] {
  const read = readOrganisation(value)
  if (!(read instanceof Failure)) return NOTHING
  return [
    {
      where: `header ${HEADERS.organisation} » identifier`,
      expected: `system ${SYSTEMS.odsCode} and a value of 3 to 12 letters and digits`,
      received: member(json, 'identifier') === undefined ? 'absent' : faultOf(read).received,
    },
  ]
}

function unknownTarget({ target }: SentRequest): readonly Fault[] {
  if (!(target instanceof Failure) || target.code !== 'PROXY_NOT_FOUND') return NOTHING
  const fault = faultOf(target)
  return [fault.where.includes('»') ? fault : { ...fault, where: `${fault.where} » value` }]
}

/** What a Receiver may forgive, and a Sender should mend. */
const FORGIVEN = [
  {
    is: /^[A-Za-z0-9+/]+\s[A-Za-z0-9+/=\s]+$/,
    received: 'base64 in several lines',
    mend: "write it on one line: base64 | tr -d '\\n'",
  },
  {
    is: /^(?=[A-Za-z0-9+/]+$)(?!(?:.{4})+$)/,
    received: "base64 without its padding ('=')",
    mend: "end it with '=' until its length is a multiple of 4; base64url leaves that out",
  },
] as const

// What even a forgiving Receiver cannot read is told for what it is: its line breaks and its padding are
// the least of it.
function unreadableIn(value: string): Slip | undefined {
  const read = readHeaderJson(value)
  return 'wrong' in read ? read.wrong : slipIn(value, FORGIVEN)
}
