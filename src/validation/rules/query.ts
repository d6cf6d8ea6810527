import { readDefinitionSearch } from '../../bars/definition-search.ts'
import { ENDPOINTS, parameterNames } from '../../bars/endpoints.ts'
import { Failure } from '../../bars/failure.ts'
import { LIMITS } from '../../bars/limits.ts'
import { parameterMeant } from '../../bars/parameters.ts'
import { PATIENT_PARAMETERS, readPatientSearch } from '../../bars/patient-search.ts'
import {
  EVERY_INCLUDE,
  INCLUDE_PARAMETERS,
  MINIMUM_INCLUDES,
  readSlotSearch,
} from '../../bars/slot-search.ts'
import { type SearchParameters, valuesOf } from '../../fhir/search.ts'
import { DAY_MS } from '../../fhir/time.ts'
import { CLAUSES } from '../clauses.ts'
import type { SentRequest } from '../request.ts'
import { type Check, type Fault, faultOf, NOTHING, ofRequest, type Rule } from '../rule.ts'

const rule = (place: string, source: string, severity: Rule['severity'] = 'error'): Rule => ({
  id: `query/${place}`,
  severity,
  source,
})

/** A search for Slots that is right, to put each parameter of a request into. */
const RIGHT: SearchParameters = [
  ['Schedule.actor:HealthcareService', '2000072489'],
  ['status', 'free'],
  ['start', 'ge2035-01-15T00:00:00Z'],
  ['start', 'le2035-01-15T23:59:59Z'],
]

/** What the real simulator calls what it asks of each parameter. */
const SLOT_TAGS = {
  'Schedule.actor:HealthcareService': 'BS-SEARCH-CRITE-SERV-ID',
  status: 'BS-STAT-CRITE-FREE-BUSY',
  start: 'BS-SEARCH-CRITE-BEGIN/END',
} as const

/** Checks of the query. */
export const QUERY_CHECKS: readonly Check[] = [
  ofRequest(rule('decodes', CLAUSES.endpoints), undecodable),
  ofRequest(rule('known-parameters', CLAUSES.endpoints), unknownNames),
  ofRequest(rule('MessageDefinition.context', CLAUSES.definitions), wrongContext),
  ofRequest(rule('MessageDefinition.context.system', CLAUSES.definitions, 'warning'), bareContext),
  ofRequest(rule('patient', CLAUSES.patientSearch), wrongPatient),
  ofRequest(rule('patient.identifier.system', CLAUSES.patientSearch, 'warning'), bareNumber),
  ...Object.entries(SLOT_TAGS).map(([name, tag]) =>
    ofRequest({ ...rule(`Slot.${name}`, CLAUSES.slots), tag }, (request) =>
      wrongSlotParameter(slotSearch(request), name),
    ),
  ),
  ofRequest(rule('Slot._include', CLAUSES.slots), (request) =>
    missingIncludes(slotSearch(request)),
  ),
  ofRequest(rule('Slot.start.days', CLAUSES.slots), (request) => tooManyDays(slotSearch(request))),
  ofRequest(rule('Slot.start.zone', CLAUSES.slots), (request) => shortZone(slotSearch(request))),
  ofRequest(rule('Slot.start.space', CLAUSES.slots), (request) => spaceInZone(slotSearch(request))),
  ofRequest(rule('Slot.start.plus', CLAUSES.slots, 'warning'), rawPlus),
]

const at = (name: string): string => `query parameter ${name}`

function undecodable({ parameters }: SentRequest): readonly Fault[] {
  if (parameters !== undefined) return NOTHING
  return [
    {
      where: 'query',
      expected: 'UTF-8 with percent-encoding',
      received: 'an escape that does not decode',
    },
  ]
}

function unknownNames({ parameters = [], meant }: SentRequest): readonly Fault[] {
  if (meant === undefined || parameters.length === 0) return NOTHING
  const known = [...parameterNames(meant), '_format']
  const unknown = [...new Set(parameters.map(([name]) => name))].filter(
    (name) => !known.includes(name),
  )
  return unknown.map((name) => ({
    where: isShown(name, known) ? at(name) : 'query parameter of another kind',
    expected: `one of ${known.join(', ')}`,
    received: 'a parameter that the endpoint does not have',
    ...(name === 'end' && known.includes('start')
      ? { mend: 'name both bounds start' }
      : meantBy(name, known)),
  }))
}

// A name that is none of ours, nor FHIR's, may be a patient's.
const isShown = (name: string, known: readonly string[]): boolean =>
  OF_FHIR.includes(name) ||
  (/^[A-Za-z_.:-]{1,60}$/.test(name) && parameterMeant(name, known) !== undefined)

const OF_FHIR = ['end', '_count', '_elements', '_id', '_lastUpdated', '_sort', '_summary', '_total']

function meantBy(name: string, known: readonly string[]): { mend?: string } {
  const near = parameterMeant(name, known)
  return near === undefined ? {} : { mend: `did you mean ${near}?` }
}

function wrongContext({ parameters, meant }: SentRequest): readonly Fault[] {
  if (meant !== ENDPOINTS.MessageDefinition || parameters === undefined) return NOTHING
  const search = readDefinitionSearch(parameters)
  return search instanceof Failure ? [faultOf(search, at('context'))] : NOTHING
}

const isPatientSearch = ({ meant }: SentRequest): boolean =>
  meant === ENDPOINTS['Appointment-search'] || meant === ENDPOINTS['ServiceRequest-search']

function wrongPatient(request: SentRequest): readonly Fault[] {
  if (!isPatientSearch(request) || request.parameters === undefined) return NOTHING
  const search = readPatientSearch(request.parameters)
  return search instanceof Failure ? [faultOf(search, at(PATIENT_PARAMETERS.nhsNumber))] : NOTHING
}

function bareNumber(request: SentRequest): readonly Fault[] {
  const sent = valuesOf(request.parameters ?? [], PATIENT_PARAMETERS.nhsNumber)
  if (!isPatientSearch(request) || sent.every((value) => value.includes('|'))) return NOTHING
  return [withoutSystem(PATIENT_PARAMETERS.nhsNumber)]
}

const withoutSystem = (name: string): Fault => ({
  where: at(name),
  expected: 'a system, a bar and a value, percent-encoded',
  received: 'a value without its system',
})

function bareContext({ parameters = [], meant }: SentRequest): readonly Fault[] {
  if (meant !== ENDPOINTS.MessageDefinition) return NOTHING
  if (valuesOf(parameters, 'context').every((value) => value.includes('|'))) return NOTHING
  return [withoutSystem('context')]
}

const slotSearch = ({ meant, parameters }: SentRequest): SearchParameters | undefined =>
  meant === ENDPOINTS.Slot ? parameters : undefined

const SLOT_PARAMETERS = [...parameterNames(ENDPOINTS.Slot), 'end']

// One parameter at a time, with those that come near, so that each is told of however wrong the others are.
function wrongSlotParameter(sent: SearchParameters | undefined, name: string): readonly Fault[] {
  if (sent === undefined) return NOTHING
  const names = name === 'start' ? ['start', 'end'] : [name]
  const others = RIGHT.filter(([each]) => each !== name)
  const its = sent.filter(([each]) => names.includes(each) || !SLOT_PARAMETERS.includes(each))
  const search = readSlotSearch([...others, ...its])
  if (search instanceof Failure) return [faultOf(search, at(name))]
  return search.range instanceof Failure ? [faultOf(search.range, at(name))] : NOTHING
}

// A longer range is answered for its first days alone (ruling 16).
function tooManyDays(sent: SearchParameters | undefined): readonly Fault[] {
  const search = sent && readSlotSearch([...RIGHT.slice(0, 2), ...boundsIn(sent)])
  if (search === undefined || search instanceof Failure) return NOTHING
  const { range } = search
  if (range instanceof Failure || range.to - range.from <= LIMITS.rangeDays * DAY_MS) return NOTHING
  return [
    {
      where: at('start'),
      expected: `a range of ${LIMITS.rangeDays} days at most`,
      received: `one of ${Math.ceil((range.to - range.from) / DAY_MS)} days`,
      mend: 'ask for the days one after another',
    },
  ]
}

const boundsIn = (sent: SearchParameters): SearchParameters =>
  sent.filter(([name]) => name === 'start' || name === 'end')

const shortZone = (sent: SearchParameters | undefined): readonly Fault[] =>
  boundsIn(sent ?? []).some(([, value]) => /T[\d:.]+[+ -]\d\d$/.test(value))
    ? [
        {
          where: at('start'),
          expected: 'a zone of hours and minutes',
          received: 'one of hours alone',
        },
      ]
    : NOTHING

function missingIncludes(sent: SearchParameters | undefined): readonly Fault[] {
  const asked = INCLUDE_PARAMETERS.flatMap((name) => valuesOf(sent ?? [], name)).flatMap((value) =>
    value.split(','),
  )
  if (sent === undefined || asked.includes(EVERY_INCLUDE)) return NOTHING
  return MINIMUM_INCLUDES.filter((include) => !asked.includes(include)).map((include) => ({
    where: at(`_include=${include}`),
    expected: 'present',
    received: 'absent',
  }))
}

const PLUS = "the '+' of a time zone as %2B"

const spaceInZone = (sent: SearchParameters | undefined): readonly Fault[] =>
  valuesOf(sent ?? [], 'start').some((value) => value.includes(' '))
    ? [{ where: at('start'), expected: PLUS, received: 'a space' }]
    : NOTHING

function rawPlus({ meant, query }: SentRequest): readonly Fault[] {
  const hasPlus = query.split('&').some((part) => /^start=.*\+/.test(part))
  if (meant !== ENDPOINTS.Slot || !hasPlus) return NOTHING
  return [
    {
      where: at('start'),
      expected: PLUS,
      received: "'+'",
      mend: 'many servers read it as a space',
    },
  ]
}
