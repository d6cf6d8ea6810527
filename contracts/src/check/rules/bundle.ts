import { text } from '../../../../src/fhir/json.ts'
import { MESSAGE_BODY } from '../body.ts'
import type { CheckedMessage } from '../checked-message.ts'
import type { CheckedRequest } from '../checked-request.ts'
import { CLAUSES } from '../clauses.ts'
import { isFhirId, isProfiles, isUuidUrn } from '../elements/formats.ts'
import { FORM_IN_WORDS } from '../elements/time-forms.ts'
import { PROCESS_MESSAGE } from '../endpoints.ts'
import { isOf } from '../placed-entry.ts'
import { type RequiredElement, wrongAt } from '../places.ts'
import { received } from '../received.ts'
import type { Finding, Rule } from '../rule.ts'

// A rule of its own looks at the form of times.
const INSTANT = { expected: FORM_IN_WORDS.instant } as const
const PROFILES = { expected: 'the profile it follows', is: isProfiles } as const

const BUNDLE: readonly RequiredElement[] = [
  { path: 'resourceType', expected: "'Bundle'", is: (value) => value === 'Bundle' },
  { path: 'id', expected: 'an id of the Sender', is: isFhirId },
  { path: 'meta.versionId', expected: "the version of the Application's messages" },
  { path: 'meta.lastUpdated', ...INSTANT },
  { path: 'meta.profile', ...PROFILES },
  { path: 'type', expected: "'message'", is: (value) => value === 'message' },
  { path: 'timestamp', ...INSTANT },
  { path: 'entry', expected: 'a list', is: (value) => Array.isArray(value) && value.length > 0 },
]

const EVERY_RESOURCE: readonly RequiredElement[] = [
  { path: 'meta.lastUpdated', ...INSTANT },
  { path: 'meta.profile', ...PROFILES },
]

/** Rules for the Bundle and what every entry has. */
export const BUNDLE_RULES: readonly Rule[] = [
  { source: CLAUSES.bundle, find: (request) => noBundle(request) },
  {
    source: CLAUSES.bundle,
    find: ({ message }) =>
      BUNDLE.flatMap((each) => (message ? wrongAt(message.json, 'Bundle', each) : [])),
  },
  { source: CLAUSES.bundle, find: ({ message }) => (message ? noResource(message) : []) },
  { source: CLAUSES.bundle, find: ({ message }) => (message ? wrongFullUrls(message) : []) },
  { source: CLAUSES.messaging, find: ({ message }) => (message ? headerNotFirst(message) : []) },
  {
    source: CLAUSES.bundle,
    find: ({ message }) =>
      (message?.entries ?? []).flatMap(({ where, entry }) =>
        EVERY_RESOURCE.flatMap((each) => wrongAt(entry.resource, where, each)),
      ),
  },
]

const noBundle = ({ meant, body, message }: CheckedRequest): readonly Finding[] => {
  if (meant !== PROCESS_MESSAGE || message !== undefined) return []
  const { received, expected } =
    body.is === 'unreadable'
      ? body
      : { received: body.is === 'json' ? 'other JSON' : 'absent', expected: MESSAGE_BODY }
  return [{ where: 'body', expected, received }]
}

const rawEntries = ({ json: { entry } }: CheckedMessage): readonly unknown[] =>
  Array.isArray(entry) ? entry : []

const noResource = (message: CheckedMessage): readonly Finding[] =>
  rawEntries(message).flatMap((entry, place) =>
    wrongAt(entry, `Bundle.entry[${place}]`, {
      path: 'resource.resourceType',
      expected: 'which type it is',
    }),
  )

const FULL_URL = { path: 'fullUrl', expected: "'urn:uuid:' and a UUID", is: isUuidUrn } as const

const wrongFullUrls = (message: CheckedMessage): readonly Finding[] => {
  const fullUrls = rawEntries(message).map((entry) => text(entry, 'fullUrl'))
  const firsts = new Map(fullUrls.map((fullUrl, place) => [fullUrl, place] as const).reverse())
  return rawEntries(message).flatMap((entry, place) => {
    const where = `Bundle.entry[${place}]`
    const wrong = wrongAt(entry, where, FULL_URL)
    return wrong.length > 0 || firsts.get(fullUrls[place]) === place
      ? wrong
      : [
          {
            where: `${where}.fullUrl`,
            expected: 'a fullUrl that no other entry has',
            received: received(fullUrls[place]),
          },
        ]
  })
}

const headerNotFirst = ({ entries, header }: CheckedMessage): readonly Finding[] => {
  const [first] = entries
  if (first === undefined || isOf('MessageHeader')(first)) return []
  return [
    {
      where: 'Bundle.entry[0]',
      expected: 'the MessageHeader: it is the first entry of a message',
      received: received(first.entry.resource.resourceType),
      ...(header && { mend: `it is at ${header.where.replace('.resource', '')}` }),
    },
  ]
}
