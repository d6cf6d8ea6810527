const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Does work and cleans up after it, also if this process is ended meanwhile. `cleanUp` must not wait. */
export const cleaningUp = async <T>(cleanUp: () => void, work: () => Promise<T>): Promise<T> => {
  const stopListening = () => {
    process.off('exit', cleanUp)
    for (const signal of SIGNALS) process.off(signal, onSignal)
  }
  const onSignal = (signal: NodeJS.Signals) => {
    cleanUp()
    stopListening()
    // Where nobody else listens, the process ends as if nobody had.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  process.once('exit', cleanUp)
  // First, while those that listen once can still be counted.
  for (const signal of SIGNALS) process.prependListener(signal, onSignal)
  try {
    return await work()
  } finally {
    stopListening()
    cleanUp()
  }
}
