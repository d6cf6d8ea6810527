import type { Judgement, ReportedFinding } from '../validation/judgement.ts'

const SEVERITIES = [
  { severity: 'error', one: 'error', many: 'errors', colour: 'red' },
  { severity: 'warning', one: 'warning', many: 'warnings', colour: 'orange' },
  { severity: 'information', one: 'note', many: 'notes', colour: 'blue' },
] as const

/** How many there are of each severity, in words. */
export const CountTags = ({ counts }: Pick<Judgement, 'counts'>) => (
  <span class="app-counts">
    {SEVERITIES.filter(({ severity }) => counts[severity] > 0).map(
      ({ severity, one, many, colour }) => (
        <strong class={`nhsuk-tag nhsuk-tag--${colour}`}>
          {counts[severity]} {counts[severity] === 1 ? one : many}
        </strong>
      ),
    )}
  </span>
)

interface FindingsProps {
  readonly judgement: Judgement
  readonly isShown?: boolean
}

/** What was found, the sternest first. */
export const Findings = ({ judgement: { findings, counts }, isShown }: FindingsProps) =>
  findings.length === 0 ? (
    <p class="app-clean">Nothing. The request goes against no rule.</p>
  ) : (
    <>
      <p>
        <CountTags counts={counts} />
      </p>
      <ol class="app-findings">
        {findings.map((finding) => (
          <li>
            <FindingItem finding={finding} isShown={isShown} />
          </li>
        ))}
      </ol>
    </>
  )

interface Shown {
  readonly finding: ReportedFinding
  /** Whether the message is on the page too. */
  readonly isShown?: boolean | undefined
}

const Place = ({ finding: { line, column }, isShown }: Shown) => {
  if (line === undefined) return null
  const place = `line ${line}${column === undefined ? '' : `, column ${column}`}`
  return <> {isShown ? <a href={`#line-${line}`}>{place}</a> : place}</>
}

/** One finding: where, what, by which rule, and how to mend it. */
export const FindingItem = ({ finding, isShown = false }: Shown) => {
  const { rule, severity, location, received, expected, source, tag, mend } = finding
  return (
    <article class={`app-finding app-finding--${severity}`}>
      <h3>
        <span class="app-finding__severity">{severity}</span> {location}
        <Place finding={finding} isShown={isShown} />
      </h3>
      <p>
        Received {received}; expected {expected}.
      </p>
      {mend && (
        <p class="app-finding__mend">
          <strong>To mend it:</strong> {mend}
          {mend.endsWith('?') ? '' : '.'}
        </p>
      )}
      <p class="app-finding__rule">
        <code>{rule}</code> {source}
        {tag && <> · simulator {tag}</>}
      </p>
    </article>
  )
}
