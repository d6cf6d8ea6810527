import { type Failure, fail } from '../bars/failure.ts'

/** A defect of ours as a failure. What is logged and answered holds nothing of the request. */
export const unexpected = (error: Error): Failure => {
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
  // biome-ignore lint/suspicious/noConsole: a defect must be seen by whoever runs the sandbox.
  console.error(JSON.stringify({ defect: error.name, frames: frames.slice(0, 8) }))
  return fail('REC_SERVER_ERROR', 'exception', 'The sandbox has a defect and could not answer.')
}
