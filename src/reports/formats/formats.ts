import type { Report } from '../report.ts'
import { sarif } from './sarif.ts'
import { reportJunit } from './suite.ts'
import { textOf } from './text.ts'

/** A form in which a report is shown. */
interface Format {
  /** How its address ends. */
  readonly extension: string
  /** What a client that asks for it accepts, the one answered first. */
  readonly mediaTypes: readonly [string, ...string[]]
  readonly write: (report: Report) => string
}

/** The forms of a report; a client that names none of them gets the first. */
export const FORMATS: readonly [Format, ...Format[]] = [
  {
    extension: '.json',
    mediaTypes: ['application/json'],
    write: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
  },
  {
    extension: '.junit.xml',
    mediaTypes: ['application/xml', 'text/xml'],
    write: reportJunit,
  },
  { extension: '.sarif', mediaTypes: ['application/sarif+json'], write: sarif },
  { extension: '.txt', mediaTypes: ['text/plain'], write: textOf },
]
