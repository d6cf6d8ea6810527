import { METHODS } from '../bars/endpoints.ts'
import { type Diagnosis, type Failure, fail } from '../bars/failure.ts'
import type { ReportedFinding } from './judgement.ts'

/** What of a finding its refusal is made of. */
type Refused = Pick<ReportedFinding, 'rule' | 'location' | 'received' | 'expected' | 'mend'>

type Refuse = (diagnosis: Diagnosis) => Failure

const notFound: Refuse = (found) => fail('PROXY_NOT_FOUND', 'not-found', found)
const badTarget: Refuse = (found) => fail('PROXY_BAD_REQUEST', 'structure', found)
const badHeader: Refuse = (found) => fail('SEND_BAD_REQUEST', 'structure', found)
const notSupported: Refuse = (found) => fail('REC_UNPROCESSABLE_ENTITY', 'not-supported', found)

const ALLOW = {
  GET: { Allow: METHODS.GET.join(', ') },
  POST: { Allow: METHODS.POST.join(', ') },
} as const

/** How strict handling refuses what goes against a rule, where that is not as its layer is refused. */
const BY_RULE: Readonly<Record<string, Refuse>> = {
  'http/base': notFound,
  'http/path': notFound,
  'http/method': (found) =>
    fail(
      'REC_METHOD_NOT_ALLOWED',
      'not-supported',
      found,
      found.expected === 'POST' ? ALLOW.POST : ALLOW.GET,
    ),
  'http/accept': (found) => fail('SEND_NOT_ACCEPTABLE', 'processing', found),
  'http/content-type': (found) => fail('SEND_BAD_REQUEST', 'not-supported', found),
  'http/nhsd-target-identifier.base64': badTarget,
  'http/nhsd-target-identifier.json': badTarget,
  'http/nhsd-target-identifier.known': notFound,
  // Of headers the target's alone is an error: the real proxy looks it up letter for letter (ruling 10).
  'system/spelling': notFound,
  'http/nhsd-end-user-organisation.base64': badHeader,
  'http/nhsd-end-user-organisation.json': badHeader,
  'http/nhsd-requesting-software.base64': badHeader,
  'http/nhsd-requesting-software.json': badHeader,
  'http/nhsd-requesting-practitioner.base64': badHeader,
  'http/nhsd-requesting-practitioner.json': badHeader,
  'http/x-request-id.again': (found) => fail('REC_CONFLICT', 'duplicate', found),
  'query/Slot.start.days': (found) => fail('REC_UNPROCESSABLE_ENTITY', 'too-costly', found),
  'bundle/body': (found) => fail('REC_BAD_REQUEST', 'structure', found),
  'bundle/version': notSupported,
  'message/use-case.known': (found) => fail('REC_BAD_REQUEST', 'value', found),
  'message/use-case.offered': notSupported,
}

/** The same by the layer that a rule's id begins with; of any other the message is at fault. */
const BY_LAYER: Readonly<Record<string, Readonly<Record<'absent' | 'wrong', Refuse>>>> = {
  http: {
    absent: (found) => fail('SEND_BAD_REQUEST', 'required', found),
    wrong: (found) => fail('SEND_BAD_REQUEST', 'value', found),
  },
  scenario: {
    absent: (found) => fail('SEND_BAD_REQUEST', 'value', found),
    wrong: (found) => fail('SEND_BAD_REQUEST', 'value', found),
  },
  query: {
    absent: (found) => fail('REC_BAD_REQUEST', 'required', found),
    wrong: (found) => fail('REC_BAD_REQUEST', 'value', found),
  },
}

// FHIRPath begins with the type of a resource; headers and parameters are in small letters.
const ELEMENT = /^[A-Z][A-Za-z]+(?:[.[][^(]*)?/

/** What strict handling answers to a finding (ruling 40). */
export function refusalOf({ rule, location, received, expected, mend }: Refused): Failure {
  const [expression] = ELEMENT.exec(location) ?? []
  const diagnosis = {
    where: location,
    received,
    expected,
    ...(mend !== undefined && { mend }),
    ...(expression !== undefined && { expression }),
  }
  const layer = BY_LAYER[rule.slice(0, rule.indexOf('/'))]
  if (layer !== undefined && received === 'absent') return layer.absent(diagnosis)
  const refuse = BY_RULE[rule] ?? layer?.wrong
  return refuse?.(diagnosis) ?? fail('REC_BAD_REQUEST', 'invariant', diagnosis)
}
