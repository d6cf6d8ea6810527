import type { OdsCode } from '../bars/organisation.ts'
import type { Entry } from '../reports/entry.ts'
import { select } from '../reports/selection.ts'
import { type BrokenRule, summaryOf } from '../reports/summary.ts'
import { SEVERITIES } from '../validation/judgement.ts'
import { Status } from './code.tsx'
import { Choice } from './fields.tsx'
import { CountTags } from './findings.tsx'
import { timeInLondon } from './times.ts'
import { type Place, pathWith, type Visit } from './visit.ts'

interface Day {
  readonly visit: Visit
  readonly odsCode: OdsCode
  /** Newest first. */
  readonly day: readonly Entry[]
}

/** The day's requests as they come in, each with its report; and what they go against. */
export const DayReports = ({ visit: { c, place }, odsCode, day }: Day) => {
  const scenario = c.req.query('scenario') ?? ''
  const rule = c.req.query('rule') ?? ''
  const severity = SEVERITIES.find((each) => each === c.req.query('severity'))
  const cursor = c.req.query('cursor') ?? ''
  const { entries, next } = select(day, {
    scenario: scenario || undefined,
    rule: rule || undefined,
    severity,
    cursor: cursor || undefined,
  })
  const sought = { scenario, rule, severity: severity ?? '' }
  const own = `${place.root}/organisations/${odsCode}`
  const { requests, rules, scenarios } = summaryOf(day)
  return (
    <section
      aria-labelledby="requests"
      id="log"
      data-live={`${place.root}/_sandbox/organisations/${odsCode}/events`}
    >
      <h2 id="requests">Today’s requests</h2>
      {requests === 0 ? (
        <p class="app-quiet">
          None yet. Send one, from here or from your software with the ODS code {odsCode}, and it
          shows here with its report.
        </p>
      ) : (
        <>
          <form class="app-filters" method="get" action={`${own}#log`}>
            <Choice
              name="scenario"
              label="Scenario"
              value={scenario}
              any="Every scenario"
              values={Object.keys(scenarios)}
            />
            <Choice
              name="severity"
              label="With findings of severity"
              value={severity ?? ''}
              any="Any"
              values={SEVERITIES}
            />
            <Choice
              name="rule"
              label="Against the rule"
              value={rule}
              any="Any"
              values={rules.map((each) => each.rule)}
            />
            <button class="nhsuk-button app-button" type="submit">
              Filter
            </button>
          </form>
          <Log place={place} entries={entries} />
          <p class="app-gap">
            {next && (
              <>
                <a href={`${own}${pathWith('', { ...sought, cursor: next })}#log`}>
                  Older requests
                </a>
                {' · '}
              </>
            )}
            <a href={own}>Load it anew</a> ·{' '}
            <a href={`${place.root}/_sandbox/organisations/${odsCode}/reports.zip`}>
              Download all reports (zip)
            </a>
          </p>
          {rules.length > 0 && <RuleChart rules={rules} own={own} />}
        </>
      )}
    </section>
  )
}

const Log = ({ place, entries }: { place: Place; entries: readonly Entry[] }) => (
  <section class="app-table" tabindex={0} aria-label="Requests">
    <table>
      <thead>
        <tr>
          <th scope="col">At</th>
          <th scope="col">Request</th>
          <th scope="col">Answer</th>
          <th scope="col">Scenario</th>
          <th scope="col">Findings</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, at, kind, status, scenario, counts }) => (
          <tr>
            <th scope="row">
              <a href={`${place.root}/reports/${id}`}>{timeInLondon(at)}</a>
            </th>
            <td>{kind}</td>
            <td>
              <Status status={status} />
            </td>
            <td>{scenario && <a href={`${place.root}/scenarios/${scenario}`}>{scenario}</a>}</td>
            <td>
              <CountTags counts={counts} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const ROW = 30
const BARS = 400

/** Which rules today's requests go against, the commonest first. */
const RuleChart = ({ rules, own }: { rules: readonly BrokenRule[]; own: string }) => {
  const shown = rules.slice(0, 12)
  const most = shown[0]?.requests ?? 1
  return (
    <figure class="app-chart">
      <figcaption>
        <h3>Findings by rule</h3>
      </figcaption>
      <ul>
        {shown.map(({ rule, requests, isMended }) => (
          <li>
            <a href={`${own}${pathWith('', { rule })}#log`}>{rule}</a>
            <svg viewBox={`0 0 ${BARS} ${ROW}`} preserveAspectRatio="none" aria-hidden="true">
              <rect width={Math.max(4, (requests / most) * BARS)} height={ROW} />
            </svg>
            <span>
              {requests} {requests === 1 ? 'request' : 'requests'}
              {isMended ? ', mended since' : ''}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
