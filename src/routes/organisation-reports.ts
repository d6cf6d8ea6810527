import type { Context } from 'hono'
import * as z from 'zod/mini'
import { isUuid } from '../bars/ids.ts'
import type { OdsCode } from '../bars/organisation.ts'
import type { Entry } from '../reports/entry.ts'
import type { Journal } from '../reports/journal.ts'
import { isCursor, select } from '../reports/selection.ts'
import { summaryOf } from '../reports/summary.ts'
import { SEVERITIES } from '../validation/judgement.ts'
import { problem } from './problem.ts'

/** Whose reports are asked for. */
export interface Collated {
  readonly c: Context
  readonly odsCode: OdsCode
  readonly space: string
  readonly journal: Journal
  readonly now: number
}

const Filter = z.strictObject({
  scenario: z.optional(z.string()),
  severity: z.optional(z.enum(SEVERITIES)),
  rule: z.optional(z.string()),
  correlation: z.optional(z.string().check(z.refine(isUuid))),
  since: z.optional(
    z.pipe(
      z.iso.datetime({ offset: true }),
      z.transform((instant) => Date.parse(instant)),
    ),
  ),
  cursor: z.optional(z.string().check(z.refine(isCursor))),
})

const FILTERS =
  'The query: expected scenario, rule, severity (error, warning, information), correlation (a UUID), ' +
  'since (an instant with its zone) or cursor (as the page before gave it), each once at most.'

/** A page of the day's list, newest first. */
export async function listReports({ c, journal, now }: Collated): Promise<Response> {
  const sent = c.req.queries()
  const isTwice = Object.values(sent).some((values) => values.length > 1)
  const filter = Filter.safeParse(c.req.query())
  if (isTwice || !filter.success) return problem(c, 400, FILTERS)
  const { entries, next } = select(await journal.entries(now), filter.data)
  return c.json({ reports: entries.map(lineOf), ...(next !== undefined && { next }) })
}

/** A report as lists tell of it. */
export const lineOf = ({ id, at, scenario, status, counts }: Entry) => ({
  id,
  at: new Date(at).toISOString(),
  scenario,
  status,
  counts,
})

/** The day in one look. */
export async function summariseReports({ c, journal, now }: Collated): Promise<Response> {
  return c.json(summaryOf(await journal.entries(now)))
}

/** The day as a zip. */
export async function zipReports({ c, odsCode, journal, now }: Collated): Promise<Response> {
  const entries = await journal.entries(now)
  const { zipOf } = await import('../reports/zip.ts')
  return c.body(zipOf({ odsCode, entries, journal, now }), 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="bars-reports-${odsCode}.zip"`,
  })
}
