import { Zip, ZipPassThrough } from 'fflate/browser'
import type { ReportedFinding } from '../validation/judgement.ts'
import type { Entry } from './entry.ts'
import { indexPage } from './formats/index-page.ts'
import { JUNIT_BEGIN, JUNIT_END, suiteXml } from './formats/junit.ts'
import { ruleTable } from './formats/rule-table.ts'
import { suiteOf } from './formats/suite.ts'
import type { Journal } from './journal.ts'
import { type Report, readReport } from './report.ts'
import { summaryOf } from './summary.ts'

/** A day's reports. */
interface Day {
  readonly odsCode: string
  /** Newest first. */
  readonly entries: readonly Entry[]
  readonly journal: Journal
  readonly now: number
}

/** A file of a zip, which comes piece by piece. */
interface ZipFile {
  readonly name: string
  readonly texts: () => AsyncIterable<string>
}

/**
 * A day's reports as a zip that is written while it is read: few files, so that it costs little, and no
 * more in memory than some reports at a time. In a file of its own, for it is loaded when it is needed.
 */
export function zipOf({ odsCode, entries, journal, now }: Day): ReadableStream<Uint8Array> {
  const ids = entries.map(({ id }) => id)
  const examples = new Map<string, ReportedFinding>()
  const summary = summaryOf(entries)
  return streamOf(
    zipped(
      [
        { name: 'index.html', texts: () => only(indexPage({ odsCode, entries, summary })) },
        { name: 'reports.json', texts: () => asJson(reportsOf(ids, journal, now), examples) },
        { name: 'reports.junit.xml', texts: () => asJunit(reportsOf(ids, journal, now)) },
        // The last, for the reports that went by say what each rule is about.
        { name: 'rules.csv', texts: () => only(ruleTable(summary.rules, examples)) },
      ],
      now,
    ),
  )
}

const AT_ONCE = 50

async function* reportsOf(
  ids: readonly string[],
  journal: Journal,
  now: number,
): AsyncGenerator<readonly Report[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    yield (await journal.readAll(ids.slice(from, from + AT_ONCE), now)).map(readReport)
  }
}

async function* only(text: string): AsyncGenerator<string> {
  yield text
}

async function* asJson(
  reports: AsyncIterable<readonly Report[]>,
  examples: Map<string, ReportedFinding>,
): AsyncGenerator<string> {
  let before = '[\n'
  for await (const some of reports) {
    for (const { findings } of some) for (const each of findings) examples.set(each.rule, each)
    yield before + some.map((report) => JSON.stringify(report)).join(',\n')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

async function* asJunit(reports: AsyncIterable<readonly Report[]>): AsyncGenerator<string> {
  yield JUNIT_BEGIN
  for await (const some of reports) yield some.map((report) => suiteXml(suiteOf(report))).join('')
  yield JUNIT_END
}

async function* zipped(files: readonly ZipFile[], now: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const written: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    written.push(bytes)
  })
  for (const { name, texts } of files) {
    const file = new ZipPassThrough(name)
    file.mtime = now
    zip.add(file)
    for await (const text of texts()) {
      file.push(encoder.encode(text))
      yield* written.splice(0)
    }
    file.push(new Uint8Array(), true)
  }
  zip.end()
  yield* written.splice(0)
}

const streamOf = (parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
