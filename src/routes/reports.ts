import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { Hono } from 'hono/quick'
import { FORMATS } from '../reports/formats/formats.ts'
import type { Journal } from '../reports/journal.ts'
import { readReport } from '../reports/report.ts'
import { ownerIn } from '../reports/report-id.ts'
import { type Deps, type Reporting, spaceOf } from './context.ts'
import { methodNotAllowed, problem } from './problem.ts'

/** `/_sandbox/reports/{id}`: one report, in whatever form; and `PUT …/pin`, which keeps it. */
export const reportRoutes = ({ now, reports, pages }: Deps): Hono => {
  const routes = new Hono()
  if (reports === undefined) return routes
  routes.get('/:file', (c) =>
    pages !== undefined && isForReader(c) ? pageOf(c) : showReport(c, reports, now()),
  )
  routes.put('/:id/pin', (c) => pinReport(c, reports, now()))
  routes.all('/:file', methodNotAllowed('GET, HEAD'))
  routes.all('/:id/pin', methodNotAllowed('PUT'))
  return routes
}

const ID = /^[^.]*\.[^.]*/

const HTML = /\.html$/

/** Whether a report is asked for by a browser, or as a page. */
const isForReader = ({ req }: Context): boolean => {
  const file = req.param('file') ?? ''
  return HTML.test(file) || (!EXTENSION.test(file) && asksForPage(req.header('Accept')))
}

const EXTENSION = /^[^.]*\.[^.]*\./

const asksForPage = (accept = ''): boolean => accept.includes('text/html')

/** Leads to the page of a report, in its space. */
const pageOf = (c: Context): Response =>
  c.redirect(c.req.path.replace('/_sandbox/reports/', '/reports/').replace(HTML, ''), 302)

async function showReport(c: Context, reports: Reporting, now: number): Promise<Response> {
  const file = c.req.param('file') ?? ''
  const [id = ''] = ID.exec(file) ?? []
  const format = formatOf(c, file.slice(id.length))
  if (format === undefined) return problem(c, 404, NO_FORMAT)

  const report = await journalOf(c, id, reports)?.read(id, now)
  if (report === undefined) return problem(c, 404, NO_REPORT)
  const [mediaType] = format.mediaTypes
  return c.body(format.write(readReport(report)), 200, {
    'Content-Type': `${mediaType}; charset=utf-8`,
  })
}

async function pinReport(c: Context, reports: Reporting, now: number): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const until = await journalOf(c, id, reports)?.pin(id, now)
  return until === undefined
    ? problem(c, 404, NO_REPORT)
    : c.json({ id, pinnedUntil: new Date(until).toISOString() })
}

function journalOf(c: Context, id: string, { journals }: Reporting): Journal | undefined {
  const owner = ownerIn(id)
  return owner && journals(spaceOf(c), owner)
}

const MEDIA_TYPES = FORMATS.flatMap(({ mediaTypes }) => mediaTypes)

/** The form that the address of a report ends in, else the one that its reader would rather have. */
function formatOf(c: Context, extension: string) {
  if (extension !== '') return FORMATS.find((each) => each.extension === extension)
  const wanted = accepts(c, {
    header: 'Accept',
    supports: MEDIA_TYPES,
    default: FORMATS[0].mediaTypes[0],
  })
  return FORMATS.find(({ mediaTypes }) => mediaTypes.includes(wanted))
}

const NO_FORMAT = `A report has the forms ${FORMATS.map(({ extension }) => extension).join(', ')}.`

const NO_REPORT =
  'There is no such report. One is kept until midnight in London, and of an organisation the newest ' +
  'thousand; PUT …/pin keeps it for 7 days.'
