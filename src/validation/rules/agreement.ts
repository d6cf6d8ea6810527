import { SERVICE_SYSTEMS, SYSTEMS } from '../../bars/code-systems.ts'
import { Failure } from '../../bars/failure.ts'
import { HEADERS } from '../../bars/headers.ts'
import { isFromSlotSearch } from '../../bars/ids.ts'
import { readOrganisation } from '../../bars/organisation.ts'
import { remember } from '../../bars/remember.ts'
import { opens } from '../../bars/workflow.ts'
import { identifierValues } from '../../fhir/coding.ts'
import { list, member, text } from '../../fhir/json.ts'
import { isBefore, isTime } from '../../fhir/time.ts'
import { CLAUSES } from '../clauses.ts'
import type { PlacedEntry, SentMessage } from '../message.ts'
import type { SentRequest } from '../request.ts'
import { type Check, type Fault, NOTHING, ofMessage, ofRequest, type Rule } from '../rule.ts'
import { hasBlankEnd, isCompared, nodesIn } from '../walk.ts'

const warning = (id: string, source: string): Rule => ({ id, severity: 'warning', source })

/** Checks of what is told in two places, and of values that are compared as they are sent. */
export const AGREEMENT_CHECKS: readonly Check[] = [
  ofRequest(warning('agreement/target.endpoint', CLAUSES.header), otherEndpoint),
  ofRequest(warning('agreement/target.service', CLAUSES.payload), otherService),
  ofRequest(warning('agreement/sender.organisation', CLAUSES.headers), otherSender),
  ofMessage(warning('agreement/Appointment.Slot', CLAUSES.slots), otherTimes),
  ofMessage(warning('agreement/times.past', CLAUSES.bundle), beforeItWasSent),
  ofMessage(warning('bundle/new-ids', CLAUSES.bundle), idsOfTheSender),
  ofMessage({ id: 'text/white-space', severity: 'error', source: CLAUSES.values }, blanks),
]

/** The id of the service that a request is for, where it is for one. */
const targetOf = ({ target }: SentRequest): string | undefined =>
  target === undefined || target instanceof Failure || target.system !== SYSTEMS.dosService
    ? undefined
    : target.value

function otherEndpoint(request: SentRequest): readonly Fault[] {
  const target = targetOf(request)
  const header = request.message?.header
  if (target === undefined || header === undefined) return NOTHING
  return list(header.entry.resource, 'destination').flatMap((destination, place) => {
    const [, service] = /dos-service-id\|(\d+)$/i.exec(text(destination, 'endpoint') ?? '') ?? []
    if (service === undefined || service === target) return NOTHING
    return [
      {
        where: `${header.where}.destination[${place}].endpoint`,
        expected: `the service of ${HEADERS.target}: ${SYSTEMS.dosService}|${target}`,
        received: 'another service',
      },
    ]
  })
}

function otherService(request: SentRequest): readonly Fault[] {
  const target = targetOf(request)
  if (target === undefined || request.message === undefined) return NOTHING
  const services = request.message.of('HealthcareService')
  const ids = services.flatMap(({ entry }) =>
    SERVICE_SYSTEMS.flatMap((system) => identifierValues(entry.resource, 'identifier', system)),
  )
  const [first] = services
  if (first === undefined || ids.length === 0 || ids.includes(target)) return NOTHING
  return [
    {
      where: `${first.where}.identifier`,
      expected: `the service of ${HEADERS.target}: ${target}`,
      received: 'another service',
    },
  ]
}

const odsCodesOf = (party: PlacedEntry | undefined): readonly string[] =>
  identifierValues(party?.entry.resource, 'identifier', SYSTEMS.odsCode).map((each) =>
    each.toUpperCase(),
  )

const organisationOf = remember(readOrganisation)

function otherSender({ header, message }: SentRequest): readonly Fault[] {
  const sent = header(HEADERS.organisation)
  if (sent === undefined || message?.header === undefined) return NOTHING
  const organisation = organisationOf(sent)
  const { resource } = message.header.entry
  const sender = message.led(text(member(resource, 'sender'), 'reference'))
  const codes = odsCodesOf(sender)
  if (organisation instanceof Failure || codes.length === 0) return NOTHING
  if (codes.includes(organisation)) return NOTHING
  const isSwapped = list(resource, 'destination')
    .map((each) => message.led(text(member(each, 'receiver'), 'reference')))
    .some((receiver) => odsCodesOf(receiver).includes(organisation))
  return [
    {
      where: `${sender?.where}.identifier`,
      expected: `the ODS code of ${HEADERS.organisation}`,
      received: 'another ODS code',
      ...(isSwapped && { mend: 'sender and receiver have changed places' }),
    },
  ]
}

function otherTimes({ of, led }: SentMessage): readonly Fault[] {
  return of('Appointment').flatMap(({ where, entry: { resource } }) => {
    const [slot] = list(resource, 'slot').map((each) => led(text(each, 'reference')))
    if (slot === undefined || slot.entry.resource.resourceType !== 'Slot') return NOTHING
    return ['start', 'end'].flatMap((key) => {
      const [own, its] = [text(resource, key), text(slot.entry.resource, key)]
      const isKnown = isTime('instant', own) && isTime('instant', its)
      if (!isKnown || Date.parse(own) === Date.parse(its)) return NOTHING
      return [
        { where: `${where}.${key}`, expected: `the ${key} of its Slot`, received: 'another time' },
      ]
    })
  })
}

// A booking is of a Slot to come, and a birth comes before its message.
function beforeItWasSent({ json, of, workflow }: SentMessage): readonly Fault[] {
  const sent = text(json, 'timestamp')
  if (!isTime('instant', sent)) return NOTHING
  const starts =
    workflow === 'booking-new'
      ? of('Appointment').filter(({ entry }) => isEarlier(text(entry.resource, 'start'), sent))
      : []
  const births = of('Patient').filter(({ entry }) =>
    isEarlier(sent, text(entry.resource, 'birthDate')),
  )
  return [
    ...starts.map(({ where }) => ({
      where: `${where}.start`,
      expected: 'a time after Bundle.timestamp',
      received: 'a time before it',
    })),
    ...births.map(({ where }) => ({
      where: `${where}.birthDate`,
      expected: 'a day before Bundle.timestamp',
      received: 'a day after it',
    })),
  ]
}

const isEarlier = (time: string | undefined, other: string | undefined): boolean =>
  isTime('dateTime', time) && isTime('dateTime', other) && isBefore(time, other)

function idsOfTheSender({ workflow, entries }: SentMessage): readonly Fault[] {
  if (workflow === undefined || !opens(workflow)) return NOTHING
  return entries.flatMap(({ where, entry: { resource } }) => {
    const id = text(resource, 'id')
    if (id === undefined || FROM_SLOTS.includes(resource.resourceType)) return NOTHING
    return isFromSlotSearch(resource.resourceType, id)
      ? NOTHING
      : [
          {
            where: `${where}.id`,
            expected: 'absent: the Receiver gives it in its answer',
            received: 'present',
          },
        ]
  })
}

/** What GET /Slot answers with ids that a booking repeats. */
const FROM_SLOTS: readonly string[] = [
  'HealthcareService',
  'Location',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Schedule',
  'Slot',
]

function blanks({ entries, gathered }: SentMessage): readonly Fault[] {
  if (!gathered.hasBlanks) return NOTHING
  return entries
    .flatMap(({ where, entry }) => nodesIn(entry.resource, where))
    .flatMap(({ where, value }) => (Array.isArray(value) ? [] : blanksIn(where, value)))
}

const blanksIn = (where: string, value: unknown): readonly Fault[] =>
  Object.entries(Object(value)).flatMap(([key, each]) =>
    typeof each === 'string' && isCompared(key) && hasBlankEnd(each)
      ? [
          {
            where: `${where}.${key}`,
            expected: 'a value with no white space around it',
            received: 'white space before or after it',
            mend: 'trim it: a Receiver compares values as they are sent',
          },
        ]
      : [],
  )
