#!/usr/bin/env node
import { EXIT } from './command.ts'
import { runCli } from './run.ts'
import { processTerminal } from './terminal.ts'

// To a reader that has seen enough (`| head`) nothing more is said, and the verdict stands.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') process.exit(EXIT.failed)
  })
}
process.exitCode = await runCli(process.argv.slice(2), processTerminal())
