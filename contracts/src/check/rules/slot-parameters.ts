import { Failure } from '../../../../src/bars/failure.ts'
import {
  EVERY_INCLUDE,
  INCLUDE_PARAMETERS,
  MINIMUM_INCLUDES,
  readSlotSearch,
} from '../../../../src/bars/slot-search.ts'
import { type SearchParameters, valuesOf } from '../../../../src/fhir/search.ts'
import type { CheckedRequest } from '../checked-request.ts'
import { CLAUSES } from '../clauses.ts'
import { SLOT } from '../endpoints.ts'
import type { Finding, Rule } from '../rule.ts'
import { findingOf } from './failure-finding.ts'

/** Rules for the query of a Slot search. */
export const SLOT_PARAMETER_RULES: readonly Rule[] = [
  { source: CLAUSES.slots, find: (request) => wrongParameters(searchOf(request)) },
  { source: CLAUSES.slots, find: (request) => missingIncludes(searchOf(request)) },
  { source: CLAUSES.slots, find: (request) => spaceInZone(searchOf(request)) },
  { source: CLAUSES.slots, isWarning: true, find: (request) => rawPlus(request) },
]

const searchOf = ({ meant, parameters }: CheckedRequest): SearchParameters | undefined =>
  meant === SLOT ? parameters : undefined

/** A search that is right, to put each parameter of a request into. */
const RIGHT: SearchParameters = [
  ['Schedule.actor:HealthcareService', '2000072489'],
  ['status', 'free'],
  ['start', 'ge2035-01-15T00:00:00Z'],
  ['start', 'le2035-01-15T23:59:59Z'],
]

// One parameter at a time, so that each is told of however wrong the others are.
const wrongParameters = (sent: SearchParameters | undefined): readonly Finding[] =>
  [...new Set(RIGHT.map(([name]) => name))].flatMap((name) => {
    const others = RIGHT.filter(([each]) => each !== name)
    const these = sent?.filter(([each]) => each === name)
    const search = these === undefined ? undefined : readSlotSearch([...others, ...these])
    return search instanceof Failure ? [findingOf(search, `query parameter ${name}`)] : []
  })

const missingIncludes = (sent: SearchParameters | undefined): readonly Finding[] => {
  const asked = INCLUDE_PARAMETERS.flatMap((name) => valuesOf(sent ?? [], name)).flatMap((value) =>
    value.split(','),
  )
  if (sent === undefined || asked.includes(EVERY_INCLUDE)) return []
  return MINIMUM_INCLUDES.filter((include) => !asked.includes(include)).map((include) => ({
    where: `query parameter _include=${include}`,
    expected: 'present',
    received: 'absent',
  }))
}

const PLUS = "the '+' of a time zone as %2B"

const spaceInZone = (sent: SearchParameters | undefined): readonly Finding[] =>
  valuesOf(sent ?? [], 'start').some((value) => value.includes(' '))
    ? [{ where: 'query parameter start', expected: PLUS, received: 'a space' }]
    : []

const rawPlus = ({ meant, query }: CheckedRequest): readonly Finding[] =>
  meant === SLOT && query.split('&').some((part) => /^start=.*\+/.test(part))
    ? [
        {
          where: 'query parameter start',
          expected: PLUS,
          received: "'+'",
          mend: 'many servers read it as a space',
        },
      ]
    : []
