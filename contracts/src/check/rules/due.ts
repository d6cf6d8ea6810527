import { conceptCodes } from '../../../../src/fhir/coding.ts'
import type { CheckedMessage } from '../checked-message.ts'
import { CLAUSES } from '../clauses.ts'
import { CAD, CAS_REFERRAL, E_RS, PHARMACY_AND_E_RS } from '../elements/applications.ts'
import { type Limits, sternness } from '../elements/resource-element.ts'
import { FULL, REQUESTS, VALIDATIONS } from '../elements/workflows.ts'
import { isOf } from '../placed-entry.ts'
import type { Finding, Rule } from '../rule.ts'

/** A resource that some messages cannot do without, though their MessageDefinition lets them. */
interface Due extends Limits {
  readonly type: string
  readonly category?: { readonly system: string; readonly code: string }
  readonly mend?: string
}

const SCENE_SAFETY = {
  type: 'Flag',
  category: { system: 'https://fhir.nhs.uk/CodeSystem/flag-categories-bars', code: 'SS' },
  mend: 'whether the scene is safe',
} as const

const VALIDATION_REQUESTS = VALIDATIONS.filter((workflow) => REQUESTS.includes(workflow))

const DUE: readonly Due[] = [
  { type: 'Condition', on: REQUESTS, onlyIn: [...PHARMACY_AND_E_RS, ...CAD] },
  { type: 'Task', on: REQUESTS, onlyIn: PHARMACY_AND_E_RS },
  { type: 'Location', on: REQUESTS, onlyIn: CAS_REFERRAL },
  { type: 'Device', on: REQUESTS, onlyIn: E_RS },
  // Only a warning where messages published with the standard lack it.
  { ...SCENE_SAFETY, on: VALIDATION_REQUESTS, warnsOn: [FULL] },
  { ...SCENE_SAFETY, on: REQUESTS, onlyIn: [...CAS_REFERRAL, ...CAD] },
]

/** Rules for the resources that the payload tables demand. */
export const DUE_RULES: readonly Rule[] = [
  {
    source: CLAUSES.payload,
    find: ({ message }) => (message ? missing(message, 'violation') : []),
  },
  {
    source: CLAUSES.payload,
    isWarning: true,
    find: ({ message }) => (message ? missing(message, 'warning') : []),
  },
]

const missing = (message: CheckedMessage, stern: 'violation' | 'warning'): readonly Finding[] =>
  DUE.filter((due) => sternness(due, message) === stern && !holds(message, due)).map(
    ({ type, category, mend }) => ({
      where: `Bundle.entry(${type})`,
      expected: category
        ? `a ${type} of category ${category.system}|${category.code}`
        : 'at least 1',
      received: 'absent',
      ...(mend && { mend }),
    }),
  )

const holds = ({ entries }: CheckedMessage, { type, category }: Due): boolean =>
  entries
    .filter(isOf(type))
    .some(
      ({ entry }) =>
        category === undefined ||
        conceptCodes(entry.resource, 'category', category.system).includes(category.code),
    )
