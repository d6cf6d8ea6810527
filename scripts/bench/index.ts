// `npm run bench [-- --json] [--seconds N] [--rounds N]`: the sandbox beside the least that a Worker
// can do, on this machine. A missed target is printed and does not fail the bench: timings are of one
// machine at one time.
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { checkRatios, measureChecks } from './checks.ts'
import { CONNECTIONS, load, measureCrowds, measureLoads } from './load.ts'
import { figureOf, linesOf, loadRatios, type Report } from './report.ts'
import { startRatios, timeDev, timeStarts } from './starts.ts'
import { SUBJECTS } from './subjects.ts'
import { tableOf } from './table.ts'
import { STORAGE, startWorkerd, temporaryFolder } from './workerd.ts'
import { gzipBytes, writeWorkers } from './workers.ts'

const { json, seconds, rounds } = readOptions()
const folder = temporaryFolder()
const before = loadavg()

console.error('bundling …')
await writeWorkers(folder)
console.error('timing starts …')
const starts = await timeStarts(folder)
const dev = await timeDev()
console.error('checking messages …')
const checks = await measureChecks(folder)

console.error(`loading, ${rounds} rounds …`)
const workerd = await startWorkerd(folder, [
  'metadata',
  'echo',
  'object',
  'unreported',
  'reported',
  'sandbox',
])
const measured = await measureLoads(SUBJECTS, rounds, (subject) =>
  load(subject, { workerd, seconds, connections: CONNECTIONS }),
)
const crowds = await measureCrowds(SUBJECTS, (subject, connections) =>
  load(subject, { workerd, seconds: seconds * rounds, connections }),
)
await workerd.stop()

const report: Report = {
  conditions:
    `${rounds} rounds of ${seconds} s a subject, ${CONNECTIONS} connections, ` +
    `${availableParallelism()} CPUs, ${process.platform} ${process.arch}, ` +
    `objects stored ${STORAGE.medium}, load ${[before, loadavg()].map(([last = 0]) => last.toFixed(1)).join(' to ')}`,
  lines: linesOf(measured),
  ratios: [...loadRatios(measured), ...startRatios(starts), ...checkRatios(checks)],
  crowds,
  figures: [
    figureOf('bundle with its pages, minified, gzip', gzipBytes(folder) / 1024, 'KiB', 140),
    figureOf('npm run dev, first answer', dev / 1000, 's', 5),
  ],
}
console.log(json ? JSON.stringify(report, undefined, 2) : tableOf(report))

/** How long to bench, and how to print; `seconds` is of load on one subject in one round. */
function readOptions() {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '0.25' },
      rounds: { type: 'string', default: '36' },
    },
  })
  const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)]
  if (!(seconds > 0)) throw new Error('--seconds must be a number above 0')
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds must be 1 or more')
  return { json: values.json, seconds, rounds }
}
