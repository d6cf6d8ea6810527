import { DEFAULT_APPOINTMENT_ID } from '../../../src/receiver/111-ed/act.ts'
import { CELLS } from '../../../src/receiver/111-ed/scenarios.ts'
import type { Event } from '../../../src/receiver/111-ed/table.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import { contains, each, type Members, open, regex } from './pin.ts'

// `Appointment/<id>`, or an absolute URL that ends so.
const TO_THE_BOOKING = `(?:.*/)?Appointment/${DEFAULT_APPOINTMENT_ID}$`

const LINKS: Readonly<Partial<Record<Event, Members>>> = {
  'refer-linked': {
    supportingInfo: contains(open({ reference: regex(`^${TO_THE_BOOKING}`) })),
  },
  'refer-mislinked': {
    supportingInfo: each(open({ reference: regex(`^(?!${TO_THE_BOOKING}).*`) })),
  },
}

/** What a referral of the stateful patient must, or must not, be linked to. */
export const linkMembers = ({ id }: Scenario): Members => {
  const event = CELLS.find((cell) => cell.id === id)?.event
  return (event && LINKS[event]) ?? {}
}
