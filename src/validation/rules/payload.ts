import type { Resource } from '../../fhir/bundle.ts'
import { conceptCodes } from '../../fhir/coding.ts'
import { list, text } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import { type Due, FULL, INTERIM, REQUESTS, SHORT, sternness, VALIDATION_REQUESTS } from '../due.ts'
import type { SentMessage } from '../message.ts'
import { type Check, type Fault, NOTHING, ofMessage } from '../rule.ts'
import { FLAG_CATEGORIES, follows, INCIDENT } from '../tables/clinical.ts'
import { demands } from './bundle.ts'

/** A resource that some messages cannot do without, though their MessageDefinition lets them. */
interface DueResource {
  readonly id: string
  readonly type: string
  readonly due: readonly Due[]
  readonly tag?: string
  /** What one of that type is to be, or to hold. */
  readonly that?: { readonly expected: string; readonly is: (resource: Resource) => boolean }
  /** Where in the only one of that type it is to be. */
  readonly element?: string
  readonly mend?: string
}

const CDSS = 'https://fhir.nhs.uk/StructureDefinition/CDSSExtension'

/** The names of its parts, which the profile and the payload tables spell in their own ways. */
const CDSS_PARTS = ['requestercdsssoftware', 'requestercdssversion'] as const

// The tables and the published messages have it on the header, its profile on the header's source.
function saysWhatDecided(header: Resource): boolean {
  return [header, header['source']]
    .flatMap((each) => list(each, 'extension'))
    .filter((each) => text(each, 'url') === CDSS)
    .some((each) => {
      const parts = list(each, 'extension').filter((part) => text(part, 'valueString'))
      const names = parts.map((part) => text(part, 'url')?.toLowerCase())
      return CDSS_PARTS.every((name) => names.includes(name))
    })
}

const DUE_RESOURCES: readonly DueResource[] = [
  { id: 'Condition', type: 'Condition', due: [{ on: REQUESTS, onlyIn: [5, 6, 8] }] },
  { id: 'Task', type: 'Task', due: [{ on: REQUESTS, onlyIn: [5, 8] }] },
  {
    id: 'Location',
    type: 'Location',
    tag: 'RS-REC-INCID-INFO',
    due: [{ on: REQUESTS, onlyIn: [3] }],
  },
  {
    id: 'Location.incident',
    type: 'Location',
    // The MessageDefinition lets messages do without.
    due: [{ on: REQUESTS, onlyIn: [6], isWarning: true }],
    that: {
      expected: `a Location of profile ${INCIDENT}`,
      is: (location) => follows(location, INCIDENT),
    },
  },
  { id: 'Device', type: 'Device', due: [{ on: REQUESTS, onlyIn: [8] }] },
  {
    id: 'Flag.scene-safety',
    type: 'Flag',
    tag: 'RS-REC-SCENE-INFO',
    that: {
      expected: `a Flag of category ${FLAG_CATEGORIES}|SS`,
      is: (flag) => conceptCodes(flag, 'category', FLAG_CATEGORIES).includes('SS'),
    },
    // Only a warning where messages published with the standard lack it.
    due: [
      { on: VALIDATION_REQUESTS, warnsOn: [FULL] },
      { on: REQUESTS, onlyIn: [3, 6] },
    ],
    mend: 'whether the scene is safe',
  },
  {
    id: 'Encounter.reasonCode',
    type: 'Encounter',
    // Responses of Application 6 that are published lack it.
    due: [{ on: [INTERIM, FULL] }, { on: [SHORT], isWarning: true }],
    that: {
      expected: 'an Encounter, that of the one who responds, with a reasonCode',
      is: (encounter) => list(encounter, 'reasonCode').length > 0,
    },
  },
  {
    id: 'MessageHeader.extension',
    type: 'MessageHeader',
    // Published bookings lack it, and sources spell it in three ways.
    due: [{ onlyIn: [1, 2, 3, 4], isWarning: true }],
    element: 'extension',
    that: { expected: `an extension ${CDSS} with software and version`, is: saysWhatDecided },
  },
]

/** Checks of the resources that the payload tables demand. */
export const DUE_CHECKS: readonly Check[] = DUE_RESOURCES.map((row) =>
  ofMessage(
    {
      id: `payload/${row.id}`,
      severity: 'error',
      source: CLAUSES.payload,
      ...(row.tag && { tag: row.tag }),
      due: [row.due],
      expected: expectedOf(row),
    },
    (message) => missing(message, row),
  ),
)

function expectedOf({ that, type }: DueResource): string {
  return that?.expected ?? `at least 1 ${type}`
}

function missing(message: SentMessage, row: DueResource): readonly Fault[] {
  const { type, due, that, element, mend } = row
  const sent = message.of(type)
  if (sent.some(({ entry }) => that === undefined || that.is(entry.resource))) return NOTHING
  // What the MessageDefinition demands is told where it is counted.
  if (sent.length === 0 && demands(message, type)) return NOTHING
  const severity = sternness([due], message)
  if (severity === undefined) return NOTHING
  const [only, ...others] = sent
  const isIn = only !== undefined && others.length === 0 && element !== undefined
  return [
    {
      severity,
      where: isIn ? `${only.where}.${element}` : `Bundle.entry(${type})`,
      expected: expectedOf(row),
      received: 'absent',
      ...(mend && { mend }),
    },
  ]
}
