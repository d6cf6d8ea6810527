#!/usr/bin/env node
import { runCli } from './run.ts'
import { processTerminal } from './terminal.ts'

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === 'EPIPE' ? 0 : 1),
)
process.exitCode = await runCli(process.argv.slice(2), processTerminal())
