// `npm run mutants`: makes the sandbox's answers, and a Sender's requests, wrong in every way that
// the contracts forbid, and exits 1 if Pact and the checker let one of them through.
import { runMutants } from './mutants/all.ts'
import { faultsOf, tableOf } from './mutants/outcome.ts'

const outcomes = await runMutants((part) => console.error(`${part} …`))
const faults = faultsOf(outcomes)
console.log(tableOf(outcomes))
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
