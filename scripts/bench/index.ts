// `npm run bench`: the sandbox beside the least that a Worker can do, in one workerd, on this machine.
// A missed target is printed and does not fail the bench: timings are of one machine at one time.
import { availableParallelism } from 'node:os'
import { measureCrowds } from './crowd.ts'
import { timeDev } from './dev.ts'
import { CONNECTIONS, load } from './load.ts'
import { readOptions } from './options.ts'
import { temporaryFolder } from './processes.ts'
import { figure, linesOf, type Report, ratiosOf } from './report.ts'
import { measure } from './rounds.ts'
import { timeStarts } from './start-up.ts'
import { STORAGE } from './storage.ts'
import { SUBJECTS } from './subjects.ts'
import { tableOf } from './table.ts'
import { startWorkerd } from './workerd.ts'
import { gzipBytes, WORKERS, writeWorkers } from './workers.ts'

const { json, seconds, rounds } = readOptions()
const folder = temporaryFolder()

console.error('bundling …')
await writeWorkers(folder)
console.error('timing starts …')
const starts = await timeStarts(folder, ['hello-world', 'sandbox'])
const dev = await timeDev(folder)

const workerd = await startWorkerd(folder, WORKERS)
const measured = await measure(SUBJECTS, rounds, (subject) =>
  load(subject, {
    origin: workerd.originOf(subject.worker),
    seconds,
    connections: CONNECTIONS,
  }),
)
const crowds = await measureCrowds(SUBJECTS, (subject, connections) =>
  load(subject, {
    origin: workerd.originOf(subject.worker),
    seconds: seconds * rounds,
    connections,
  }),
)
await workerd.stop()

const report: Report = {
  conditions:
    `${rounds} rounds of ${seconds} s a subject, ${CONNECTIONS} connections, ` +
    `${availableParallelism()} CPUs, ${process.platform} ${process.arch}, ` +
    `objects stored ${STORAGE.medium}`,
  lines: linesOf(measured),
  ratios: ratiosOf(measured),
  crowds,
  figures: [
    figure('bundle, minified, gzip', gzipBytes(folder) / 1024, 'KiB', 150),
    figure('start-up, hello-world', starts.get('hello-world') ?? Number.NaN, 'ms'),
    figure('start-up, sandbox', starts.get('sandbox') ?? Number.NaN, 'ms'),
    figure('npm run dev, first answer', dev / 1000, 's', 5),
  ],
}
console.log(json ? JSON.stringify(report, undefined, 2) : tableOf(report))
