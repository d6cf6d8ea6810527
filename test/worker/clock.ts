import { afterEach, beforeEach, vi } from 'vitest'

/** A Monday noon in winter. */
export const NOON = '2030-01-14T12:00:00.000Z'

/**
 * Stops the Worker's clock in each test of a file. Always in the future: an alarm is due by the real
 * clock, so that none goes off by itself.
 */
export const stopClock = (): void => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOON) })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}

/** Moves the stopped clock. */
export const setClock = (instant: string): void => {
  vi.setSystemTime(Date.parse(instant))
}
