import { isText } from '../elements.ts'
import { type ElementRow, type ElementTable, text } from './rows.ts'
import { FORM_IN_WORDS } from './times.ts'

// A table of its own has the form of times.
const instant = (path: string): ElementRow => text(path, FORM_IN_WORDS.instant)

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
