import { HEADERS } from '../bars/headers.ts'
import type { Report } from '../reports/report.ts'
import { Code, Status } from './code.tsx'
import { Findings } from './findings.tsx'
import { Message } from './message.tsx'
import type { Place } from './visit.ts'

/** An answer, and the report on the request that it answers. */
export interface Answered {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
  /** The message that was sent; undefined for a read. */
  readonly sent: string | undefined
  /** Undefined where none could be kept. */
  readonly report: Report | undefined
}

// What browsers are told, and says nothing of BaRS.
const IS_OF_BROWSERS = /^(?:access-control|content-security|referrer|x-content)-/

/** The answer with its report beside it. */
export const AnswerSection = ({ answered, place }: { answered: Answered; place: Place }) => {
  const { status, headers, body, sent, report } = answered
  const scenario = headers.find(([name]) => name === HEADERS.scenario.toLowerCase())?.[1]
  return (
    <section class="app-answer" aria-labelledby="answer">
      <h2 id="answer">
        The answer <Status status={status} />
      </h2>
      <div class="app-halves">
        <div>
          <p>
            {scenario === undefined ? (
              'No scenario asked for this answer: the request itself is at fault.'
            ) : (
              <>
                Answered by the scenario{' '}
                <a href={`${place.root}/scenarios/${scenario}`}>{scenario}</a>.
              </>
            )}
          </p>
          <Code
            text={headers
              .filter(([name]) => !IS_OF_BROWSERS.test(name))
              .map(([name, value]) => `${name}: ${value}`)
              .join('\n')}
            label="Headers of the answer"
          />
          <Code text={indented(body)} label="Body of the answer" />
        </div>
        <div>
          <h3 class="app-first">What is found in your request</h3>
          {report && (
            <>
              <Findings judgement={report} />
              <p>
                <a href={`${place.root}/reports/${report.id}`}>The whole report</a>, to keep or to
                pass on.
              </p>
            </>
          )}
        </div>
      </div>
      {sent !== undefined && report?.findings.some(({ line }) => line !== undefined) && (
        <details class="nhsuk-details">
          <summary class="nhsuk-details__summary">
            <span class="nhsuk-details__summary-text">
              The message, with each finding at its line
            </span>
          </summary>
          <Message text={sent} findings={report.findings} />
        </details>
      )}
    </section>
  )
}

const indented = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
