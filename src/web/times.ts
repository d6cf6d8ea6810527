const TIME = { timeZone: 'Europe/London', timeStyle: 'medium' } as const

/** A time of day in London. */
export const timeInLondon = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', TIME).format(at)

/** A day and time in London. */
export const dayInLondon = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: TIME.timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  }).format(at)
