import { expect } from 'vitest'

/** Any UUID: an id that the Receiver makes. */
export const aUuid = () =>
  expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)

/** Any FHIR instant as BaRS wants it. */
export const anInstant = () =>
  expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}\+00:00$/)

/** Any `urn:uuid:`. */
export const aUrn = () => expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/)

/** Any text. */
export const aText = () => expect.stringMatching(/\S/)
