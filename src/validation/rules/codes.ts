import { CATEGORIES, MESSAGE_REASONS, SYSTEMS, USE_CASES } from '../../bars/code-systems.ts'
import { received } from '../../bars/privacy.ts'
import { canonicalSystem } from '../../fhir/coding.ts'
import { type JsonObject, text } from '../../fhir/json.ts'
import { likest } from '../../fhir/likeness.ts'
import { CLAUSES } from '../clauses.ts'
import type { Place } from '../elements.ts'
import type { SentMessage } from '../message.ts'
import {
  type Check,
  type Fault,
  type Finding,
  findingOf,
  NOTHING,
  ofMessage,
  type Rule,
} from '../rule.ts'
import { BARS_CODES, type Codes } from '../tables/bars-codes.ts'
import {
  FLAG_CODE,
  OLDER_STATUSES,
  VERIFICATION_CODES,
  VERIFICATION_STATUS,
} from '../tables/bindings.ts'
import { HL7_CODES } from '../tables/hl7-codes.ts'
import { hasNoDisplay, nodesIn } from '../walk.ts'

/** A system whose codes are known, and the rules that it makes. */
interface KnownSystem {
  readonly url: string
  readonly codes: ReadonlyMap<string, string | null>
  readonly code: Rule
  readonly display: Rule
  /** Set where other rules say which of its codes the header and the focus may have. */
  readonly isOfWorkflow: boolean
}

/** The codes of workflows and use cases. */
const OF_WORKFLOWS: Readonly<Record<string, Codes>> = {
  [SYSTEMS.category]: CATEGORIES,
  [SYSTEMS.event]: {
    'booking-request': 'Booking Request - Request',
    'booking-response': 'Booking Request - Response',
    'servicerequest-request': 'Service Request - Request',
    'servicerequest-response': 'Service Request - Response',
  },
  [SYSTEMS.reason]: MESSAGE_REASONS,
  [SYSTEMS.useCase]: USE_CASES,
}

function known(url: string, codes: Codes, isOfWorkflow = false): KnownSystem {
  const name = url.split('/').at(-1) ?? url
  const rule = (layer: string, severity: Rule['severity'], expected: string): Rule => ({
    id: `${layer}/${name}`,
    severity,
    source: `CodeSystem ${name}`,
    expected,
  })
  return {
    url,
    codes: new Map(Object.entries(codes)),
    code: rule('code', 'error', `a code of ${url}`),
    display: rule('display', 'warning', 'what the code is called there'),
    isOfWorkflow,
  }
}

/** Every system whose codes are known. */
export const SYSTEMS_KNOWN: readonly KnownSystem[] = [
  ...Object.entries(BARS_CODES).map(([name, codes]) =>
    known(`https://fhir.nhs.uk/CodeSystem/${name}`, codes),
  ),
  ...Object.entries(HL7_CODES).map(([url, codes]) => known(url, codes)),
  known(VERIFICATION_STATUS, VERIFICATION_CODES),
  ...Object.entries(OF_WORKFLOWS).map(([url, codes]) => known(url, codes, true)),
]

const BY_SYSTEM: ReadonlyMap<string, KnownSystem> = new Map(
  SYSTEMS_KNOWN.map((each) => [canonicalSystem(each.url), each]),
)

/** Checks of codes and what they are called, wherever a message has a coding. */
export const CODE_CHECKS: readonly Check[] = [
  {
    rules: SYSTEMS_KNOWN.flatMap(({ code, display }) => [code, display]),
    find: ({ message }) => (message === undefined ? NOTHING : wrongCodes(message)),
  },
  ofMessage({ id: 'code/Flag.code', severity: 'error', source: CLAUSES.payload }, wrongFlagCodes),
  ofMessage(
    {
      id: 'simulator/display',
      severity: 'warning',
      source: CLAUSES.simulator,
      tag: 'RS-CODE-DISPLAY',
    },
    missingDisplays,
  ),
]

function wrongCodes({ entries, gathered, header, focus }: SentMessage): readonly Finding[] {
  if (gathered.codings.every((coding) => isRight(coding))) return NOTHING
  return entries.flatMap((placed) => {
    const saysWorkflow = placed === header || placed === focus
    return nodesIn(placed.entry.resource, placed.where).flatMap((place) =>
      findingsAt(place, saysWorkflow),
    )
  })
}

const systemOf = (coding: unknown): KnownSystem | undefined =>
  BY_SYSTEM.get(canonicalSystem(text(coding, 'system') ?? ''))

function isRight(coding: JsonObject): boolean {
  const system = systemOf(coding)
  if (system === undefined) return true
  const display = system.codes.get(text(coding, 'code') ?? '')
  if (display === undefined) return false
  return display === null || coding['display'] === undefined || coding['display'] === display
}

function findingsAt({ where, value }: Place, saysWorkflow: boolean): readonly Finding[] {
  const system = systemOf(value)
  const code = text(value, 'code')
  if (system === undefined || code === undefined) return NOTHING
  const right = system.codes.get(code)
  if (right === undefined) {
    const isTold = system.isOfWorkflow && saysWorkflow
    return isTold ? NOTHING : [findingOf(system.code, unknownCode(where, code, system))]
  }
  const display = text(value, 'display')
  if (right === null || display === undefined || display === right) return NOTHING
  return [
    findingOf(system.display, {
      where: `${where}.display`,
      expected: `'${right}'`,
      received: 'another text',
    }),
  ]
}

const MOST_LISTED = 12

function unknownCode(where: string, code: string, system: KnownSystem): Fault {
  const all = [...system.codes.keys()]
  const listed = all.slice(0, MOST_LISTED).join(', ')
  const mend = mendFor(code, system)
  return {
    where: `${where}.code`,
    expected: `a code of ${system.url}: ${listed}${all.length > MOST_LISTED ? ', …' : ''}`,
    received: received(code),
    ...(mend !== undefined && { mend }),
  }
}

const ALIKE = 0.6

function mendFor(code: string, { codes, url }: KnownSystem): string | undefined {
  const older = url === VERIFICATION_STATUS ? OLDER_STATUSES[code] : undefined
  if (older !== undefined)
    return `${code} is a code of the NHS Data Dictionary: here it is ${older}`
  const word = code.trim().slice(0, LONGEST)
  const [near] = likest(word, codes.keys(), ALIKE)
  const isOtherCase = near?.toLowerCase() === word.toLowerCase()
  if (near !== undefined) {
    return isOtherCase ? `codes are case-sensitive: ${near}` : `did you mean ${near}?`
  }
  const other = SYSTEMS_KNOWN.find((each) => each.codes.has(code))
  return other && `it is a code of ${other.url}`
}

const LONGEST = 60

function wrongFlagCodes({ of }: SentMessage): readonly Fault[] {
  return of('Flag').flatMap(({ where, entry }) =>
    FLAG_CODE.isFlagCoded(entry.resource)
      ? NOTHING
      : [
          {
            where: `${where}.code`,
            expected: `a code of the system that its category has: ${Object.entries(
              FLAG_CODE.systems,
            )
              .map(([category, system]) => `${category} ${system}`)
              .join(', ')}`,
            received: 'a code of another system',
          },
        ],
  )
}

function missingDisplays({ entries, gathered }: SentMessage): readonly Fault[] {
  if (!gathered.lacksDisplay) return NOTHING
  return entries
    .flatMap(({ where, entry }) => nodesIn(entry.resource, where))
    .filter(({ where, value }) => /\.coding\[\d+\]$/.test(where) && hasNoDisplay(value))
    .map(({ where }) => ({
      where: `${where}.display`,
      expected: 'what the code is called',
      received: 'absent',
    }))
}
