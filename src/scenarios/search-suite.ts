import { bookingScenarios } from './booking-suite.ts'
import { referralScenarios } from './referral-suite.ts'
import { responseScenarios } from './response-suite.ts'
import { finds, type HeldResource, type Scenario, SOURCES, suite } from './scenario.ts'
import { others, searchedPatient } from './sentinels.ts'
import { validationScenarios } from './validation-suite.ts'

/** What a Receiver holds once it has taken a message that opens a conversation. */
const HELD = {
  'booking-new': { type: 'Appointment', status: 'booked' },
  'referral-new': { type: 'ServiceRequest', category: 'referral', status: 'active' },
  'validation-new': { type: 'ServiceRequest', category: 'validation', status: 'active' },
} as const satisfies Readonly<Record<string, HeldResource>>

const TAKEN: readonly Scenario[] = [
  ...bookingScenarios,
  ...referralScenarios,
  ...validationScenarios,
  ...responseScenarios,
]

type Opening = keyof typeof HELD

/** The search that finds what a scenario takes, where that scenario promises its id to these patients. */
const searchFor = (
  opening: Opening,
  { id, applications, on, sentinel, reply }: Scenario,
): readonly Scenario<'found'>[] => {
  if (!on.includes(opening) || reply.kind !== 'accept') return []
  if (reply.id === undefined || sentinel.values.length === 0) return []
  const resource = HELD[opening]
  return [
    {
      id: `${id}-search`,
      suite: 'Search',
      title: `Find by its patient what ${id} promises`,
      applications,
      on: [`${resource.type}-search`],
      sentinel: searchedPatient(...sentinel.values),
      reply: finds({ resource, id: reply.id }),
      source: SOURCES.ruling(31),
    },
  ]
}

const searchesFor = (opening: Opening): readonly Scenario[] =>
  TAKEN.flatMap((row) => searchFor(opening, row))

const nothing = {
  applications: ['BaRS Core'],
  sentinel: searchedPatient(others),
  reply: finds(),
  source: SOURCES.ruling(31),
} as const

/** Searches by patient: the scenarios whose message was taken say what is found (ruling 31). */
export const searchScenarios: readonly Scenario[] = [
  ...searchesFor('booking-new'),
  ...searchesFor('referral-new'),
  ...searchesFor('validation-new'),
  ...suite('Search', {
    'appointment-search-none': {
      title: 'Search for the bookings of a patient who has none',
      on: ['Appointment-search'],
      ...nothing,
    },
    'service-request-search-none': {
      title: 'Search for the referrals and validation requests of a patient who has none',
      on: ['ServiceRequest-search'],
      ...nothing,
    },
  }),
]
