import { APPLICATIONS } from '../../bars/applications.ts'
import { text as textAt } from '../../fhir/json.ts'
import { PRIMITIVES } from '../../fhir/r4/primitives.ts'
import { isText } from '../elements.ts'
import { profilesOf } from './profiles.ts'
import { type ElementRow, type ElementTable, text } from './rows.ts'

// R4's own rules have its form.
const instant = (path: string): ElementRow =>
  text(path, PRIMITIVES.get('instant')?.inWords ?? 'an instant')

const NEWEST = Object.entries(APPLICATIONS)
  .map(([application, { versions }]) => `${application} ${versions.at(-1)}`)
  .join(', ')

/** The profile that BaRS asks for, of a resource of its type. */
function profileFor(resource: unknown): string | undefined {
  const type = textAt(resource, 'resourceType')
  const [first, ...others] = type === undefined ? [] : profilesOf(type)
  const isOne = first !== undefined && !others.some((each) => each.includes('/BARS'))
  return isOne
    ? `it is ${first}`
    : others.length > 0
      ? `one of ${[first, ...others].join(', ')}`
      : undefined
}

/** What a message Bundle must have, and every resource. */
export const BUNDLE: ElementTable = {
  '*': [
    instant('meta.lastUpdated'),
    {
      path: 'meta.profile',
      expected: 'the profile it follows',
      is: (value) => Array.isArray(value) && value.some(isText),
      mend: (_value, root) => profileFor(root),
    },
  ],
  Bundle: [
    { path: 'resourceType', expected: "'Bundle'", is: (value) => value === 'Bundle' },
    {
      path: 'id',
      expected: 'an id of the Sender',
      is: (value) => typeof value === 'string' && /^[A-Za-z0-9.-]{1,64}$/.test(value),
    },
    {
      ...text('meta.versionId', "the version of the Application's messages"),
      mend: () => `the newest by Application: ${NEWEST}`,
    },
    { path: 'type', expected: "'message'", is: (value) => value === 'message' },
    instant('timestamp'),
    {
      path: 'entry',
      expected: 'a list',
      is: (value) => Array.isArray(value) && value.length > 0,
    },
  ],
}
