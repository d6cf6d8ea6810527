import { PUBLIC_SPACE } from '../bars/paths.ts'
import { FORMATS } from '../reports/formats/formats.ts'
import { type Report, readReport } from '../reports/report.ts'
import { ownerIn } from '../reports/report-id.ts'
import { Status } from './code.tsx'
import { pageOf } from './failures.tsx'
import { Findings } from './findings.tsx'
import { show } from './layout.tsx'
import { LocationTree } from './location-tree.tsx'
import { timeInLondon } from './times.ts'
import type { Page, Place, Visit } from './visit.ts'

/** The report of an id; undefined where none is kept. */
export const reportOf = async (
  { deps: { reports, now }, place }: Visit,
  id: string,
): Promise<Report | undefined> => {
  const owner = ownerIn(id)
  if (owner === undefined || reports === undefined) return undefined
  const json = await reports.journals(place.space ?? PUBLIC_SPACE, owner).read(id, now())
  return json === undefined ? undefined : readReport(json)
}

const noReport = pageOf({
  status: 404,
  title: 'There is no such report',
  said: 'A report is kept until midnight in London, in the space that its request was sent to; of an organisation the newest thousand are. PUT …/pin keeps one for 7 days.',
})

/** One report. */
export const report: Page = async (visit) => {
  const found = await reportOf(visit, visit.c.req.param('id') ?? '')
  if (found === undefined) return noReport(visit)
  const { id, scenario, request } = found
  const [odsCode = ''] = id.split('.')
  const { place } = visit
  return show(
    visit,
    {
      title: 'Report',
      trail: ownerIn(id) === odsCode ? [[`/organisations/${odsCode}`, odsCode]] : [],
    },
    <>
      <div class="app-title">
        <h1>
          Report on {request.method} {request.path}
        </h1>
        <p>
          <Status status={request.status} /> {timeInLondon(Date.parse(found.at))}
          {scenario && (
            <>
              , answered by <a href={`${place.root}/scenarios/${scenario}`}>{scenario}</a>
            </>
          )}
        </p>
      </div>
      <div class="app-columns">
        <section aria-labelledby="found">
          <h2 id="found">What is found</h2>
          <Findings judgement={found} />
        </section>
        <aside aria-label="About this report">
          <InShort found={found} />
          {found.findings.length > 0 && (
            <section class="app-panel" aria-labelledby="where">
              <h2 id="where">Where it is</h2>
              <LocationTree findings={found.findings} />
            </section>
          )}
          <Forms place={place} id={id} />
        </aside>
      </div>
    </>,
  )
}

const InShort = ({ found: { counts, answer, standard } }: { found: Report }) => (
  <section class="app-panel" aria-labelledby="short">
    <h2 id="short">In short</h2>
    <p>{verdict(counts)}</p>
    <p>{`${answer.charAt(0).toUpperCase()}${answer.slice(1)}.`}</p>
    <p class="app-quiet">
      Judged by the BaRS implementation guide {standard.guide}, Core {standard.core}, and FHIR R4.
    </p>
  </section>
)

/** What a manager wants to know. */
const verdict = ({ error, warning }: Report['counts']): string => {
  if (error > 0) {
    return `This request is not ready for a live Receiver. It breaks the standard in ${places(error)}; a Receiver that is strict refuses it.`
  }
  return warning > 0
    ? `This request keeps the standard. In ${places(warning)} it leaves out what Receivers are used to, and assurance may ask about it.`
    : 'This request is as the standard wants it.'
}

const places = (count: number): string => (count === 1 ? 'one place' : `${count} places`)

const Forms = ({ place, id }: { place: Place; id: string }) => (
  <section class="app-panel app-forms" aria-labelledby="forms">
    <h2 id="forms">Take it with you</h2>
    <ul>
      {FORMATS.map(({ extension }) => (
        <li>
          <a href={`${place.root}/_sandbox/reports/${id}${extension}`}>{extension.slice(1)}</a>
        </li>
      ))}
    </ul>
  </section>
)
