import type { Bundle, Schedule, Slot } from 'fhir/r4'
import type { ServiceId } from '../bars/services.ts'
import { slotResourceId } from '../bars/slot-ids.ts'
import {
  INCLUDES,
  type Include,
  MINIMUM_INCLUDES,
  type SlotSearch,
  type SlotStatus,
} from '../bars/slot-search.ts'
import { instant } from '../fhir/instant.ts'
import type { Diary } from '../scenarios/scenario.ts'
import { type DiarySlot, slotsOf } from './diary.ts'
import { type Search, searchset } from './searchset.ts'
import { actors, included } from './slot-includes.ts'

/** Which Slots, and which includes, a diary has. */
interface Offer {
  readonly statuses: readonly SlotStatus[]
  readonly includes: readonly Include[]
}

const DIARIES: Readonly<Record<Diary, Offer>> = {
  full: { statuses: ['free', 'busy'], includes: INCLUDES },
  none: { statuses: [], includes: INCLUDES },
  mandatory: { statuses: ['free', 'busy'], includes: MINIMUM_INCLUDES },
  busy: { statuses: ['busy'], includes: INCLUDES },
}

/** The answer to a search for Slots; `self` makes the link from the includes honoured. */
export const slots = (
  diary: Diary,
  asked: SlotSearch & { readonly service: ServiceId },
  context: Omit<Search, 'self' | 'now'> & {
    readonly now: number
    readonly self: (includes: readonly string[]) => string
  },
): Bundle => {
  const offer = DIARIES[diary]
  const includes = offer.includes.filter((include) => asked.includes.includes(include))
  const now = instant(context.now)
  const found = slotsOf(asked.service, asked.range, context.now)
    .filter(({ status }) => offer.statuses.includes(status) && asked.statuses.includes(status))
    .map((each) => slot(each, asked.service, now))
  return searchset(
    { ...context, now, self: context.self(includes) },
    found,
    found.length === 0
      ? []
      : [schedule(asked.service, includes, now), ...included(asked.service, includes, now)],
  )
}

const EMERGENCY_DEPARTMENT = [
  {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/service-category',
        code: '14',
        display: 'Emergency Department',
      },
    ],
  },
]

const slot = ({ id, status, start, end }: DiarySlot, service: ServiceId, now: string): Slot => ({
  resourceType: 'Slot',
  id,
  meta: { lastUpdated: now, profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Slot'] },
  serviceCategory: EMERGENCY_DEPARTMENT,
  appointmentType: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/v2-0276',
        code: 'EMERGENCY',
        display: 'Emergency appointment',
      },
    ],
  },
  schedule: { reference: `Schedule/${slotResourceId('Schedule', service)}` },
  status,
  start: instant(start),
  end: instant(end),
})

const schedule = (service: ServiceId, includes: readonly Include[], now: string): Schedule => ({
  resourceType: 'Schedule',
  id: slotResourceId('Schedule', service),
  meta: {
    lastUpdated: now,
    profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Schedule'],
  },
  active: true,
  serviceCategory: EMERGENCY_DEPARTMENT,
  actor: actors(service, includes),
})
