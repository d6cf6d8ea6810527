import { PRIMITIVES } from '../../fhir/r4/primitives.ts'
import { isText } from '../elements.ts'
import { type ElementRow, type ElementTable, text } from './rows.ts'

// R4's own rules have its form.
const instant = (path: string): ElementRow =>
  text(path, PRIMITIVES.get('instant')?.inWords ?? 'an instant')

/** What a message Bundle must have, and every resource. */
export const BUNDLE: ElementTable = {
  '*': [
    instant('meta.lastUpdated'),
    {
      path: 'meta.profile',
      expected: 'the profile it follows',
      is: (value) => Array.isArray(value) && value.some(isText),
    },
  ],
  Bundle: [
    { path: 'resourceType', expected: "'Bundle'", is: (value) => value === 'Bundle' },
    {
      path: 'id',
      expected: 'an id of the Sender',
      is: (value) => typeof value === 'string' && /^[A-Za-z0-9.-]{1,64}$/.test(value),
    },
    text('meta.versionId', "the version of the Application's messages"),
    { path: 'type', expected: "'message'", is: (value) => value === 'message' },
    instant('timestamp'),
    {
      path: 'entry',
      expected: 'a list',
      is: (value) => Array.isArray(value) && value.length > 0,
    },
  ],
}
