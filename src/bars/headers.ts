/** The headers of BaRS, spelt as published (BaRS Core, "HTTP headers"). */
export const HEADERS = {
  requestId: 'X-Request-Id',
  correlationId: 'X-Correlation-Id',
  target: 'NHSD-Target-Identifier',
  organisation: 'NHSD-End-User-Organisation',
  software: 'NHSD-Requesting-Software',
  practitioner: 'NHSD-Requesting-Practitioner',
  useContext: 'use-context',
  /** Ours: the id of the scenario that answered. */
  scenario: 'Sandbox-Scenario',
} as const

/** Whether a header says nothing: one without a value is one not sent. */
export const isBlank = (value: string | null | undefined): value is '' | null | undefined =>
  value === undefined || value === null || value.trim() === ''
