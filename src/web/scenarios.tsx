import { CATALOGUE, type CatalogueRow } from '../receiver/catalogue.ts'
import { type Sentinel, statusOf } from '../scenarios/scenario.ts'
import { Status } from './code.tsx'
import { Choice, Field } from './fields.tsx'
import { show } from './layout.tsx'
import type { Page, Place } from './visit.ts'

interface Sought {
  readonly text: string
  readonly suite: string
  readonly application: string
  readonly status: string
}

/** The scenario table, searched and filtered. */
export const scenarios: Page = (visit) => {
  const { c, place } = visit
  const sought: Sought = {
    text: c.req.query('text') ?? '',
    suite: c.req.query('suite') ?? '',
    application: c.req.query('application') ?? '',
    status: c.req.query('status') ?? '',
  }
  const rows = CATALOGUE.filter((row) => isSought(row, sought))
  return show(
    visit,
    { title: 'Scenarios' },
    <>
      <h1>Scenarios</h1>
      <p class="app-prose">
        You choose what the Receiver answers by what you send: plant a scenario’s sentinel in an
        otherwise normal request. Open a scenario to copy its request, or to send it from here. The
        whole table is also <a href={`${place.root}/postman.json`}>a Postman collection</a> and{' '}
        <a href={`${place.root}/_sandbox/scenarios`}>JSON</a>.
      </p>
      <Filters place={place} sought={sought} />
      <Table place={place} rows={rows} />
    </>,
  )
}

const distinct = (values: readonly (string | number)[]): readonly string[] => [
  ...new Set(values.map(String)),
]

const SUITES = distinct(CATALOGUE.map(({ suite }) => suite))
const APPLICATIONS = distinct(CATALOGUE.flatMap(({ applications }) => applications))
const STATUSES = distinct(CATALOGUE.map(({ reply }) => statusOf(reply))).toSorted()

const isSought = (row: CatalogueRow, { text, suite, application, status }: Sought): boolean =>
  (suite === '' || row.suite === suite) &&
  (application === '' || row.applications.some((each) => each === application)) &&
  (status === '' || String(statusOf(row.reply)) === status) &&
  words(text).every((word) => searchedIn(row).includes(word))

const words = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter(Boolean)

const searchedIn = ({ id, title, suite, sentinel, reply }: CatalogueRow): string =>
  [id, title, suite, sentinel.in, ...sentinel.values, statusOf(reply)].join(' ').toLowerCase()

const Filters = ({ place, sought }: { place: Place; sought: Sought }) => (
  <form class="app-filters" method="get" action={`${place.root}/scenarios`}>
    <Field name="text" label="Search" value={sought.text} />
    <Choice name="suite" label="Suite" value={sought.suite} any="Every suite" values={SUITES} />
    <Choice
      name="application"
      label="Application"
      value={sought.application}
      any="Every Application"
      values={APPLICATIONS}
    />
    <Choice name="status" label="Status" value={sought.status} any="Any" values={STATUSES} />
    <button class="nhsuk-button app-button" type="submit">
      Find
    </button>
  </form>
)

const Table = ({ place, rows }: { place: Place; rows: readonly CatalogueRow[] }) =>
  rows.length === 0 ? (
    <p class="app-panel">
      No scenario is like that. <a href={`${place.root}/scenarios`}>Show all {CATALOGUE.length}</a>.
    </p>
  ) : (
    <section class="app-table" tabindex={0} aria-label="Scenarios found">
      <table class="app-table__long">
        <caption>
          {rows.length} of {CATALOGUE.length} scenarios
        </caption>
        <thead>
          <tr>
            <th scope="col" class="app-table__wide">
              Scenario
            </th>
            <th scope="col" class="app-table__narrow">
              Answer
            </th>
            <th scope="col" class="app-table__narrow">
              Suite
            </th>
            <th scope="col">Application</th>
            <th scope="col">Sentinel</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <a href={`${place.root}/scenarios/${row.id}`}>{row.title}</a>
                <span class="app-table__sub">{row.id}</span>
              </th>
              <td>
                <Status status={statusOf(row.reply)} />
              </td>
              <td>{row.suite}</td>
              <td>{row.applications.join(', ')}</td>
              <td>
                <SentinelInWords sentinel={row.sentinel} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )

/** What to plant, and where. */
export const SentinelInWords = ({ sentinel }: { sentinel: Sentinel }) => (
  <>
    {sentinel.values.map((value) => (
      <>
        <code>{value}</code>{' '}
      </>
    ))}
    {sentinel.others ? 'or any other ' : ''}
    {sentinel.none ? 'or none ' : ''}
    <span class="app-table__sub">{sentinel.in}</span>
  </>
)
