import { check } from './check.ts'
import type { Command } from './command.ts'
import { list } from './list.ts'
import { show } from './show.ts'
import { stub } from './stub.ts'
import { verify } from './verify.ts'

/** The commands of the CLI, in the order that the help shows them. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ list, show, check, stub, verify }),
)
