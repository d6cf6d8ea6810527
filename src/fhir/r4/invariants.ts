import {
  and,
  areReferredTo,
  differ,
  entriesHave,
  equal,
  every,
  fewer,
  has,
  hasChoice,
  hasComponentOfSameCode,
  hasMeta,
  hasOwnLinkIds,
  inOrder,
  is,
  isConcept,
  isContained,
  isVersioned,
  not,
  or,
  type Predicate,
} from './predicates.ts'

/** What must hold of a type, whatever else is wrong with it. */
export interface Invariant {
  /** As R4 names it: `pat-1`. */
  readonly key: string
  /** The element without which it holds; none, if left out. */
  readonly when: string
  readonly holds: Predicate
  readonly expected: string
  /** What there is instead; the element that it is told of, if it begins with a full stop. */
  readonly found: string
}

const isWrongAllergy = isConcept(
  'verificationStatus',
  'allergyintolerance-verification',
  'entered-in-error',
)
const isWrongCondition = isConcept('verificationStatus', 'condition-ver-status', 'entered-in-error')
const isOver = isConcept(
  'clinicalStatus',
  'condition-clinical',
  'resolved',
  'remission',
  'inactive',
)

const isDisplay = is('type', 'display')
// biome-ignore format: two lists of codes
const isOfValue = is('type', 'choice', 'open-choice', 'decimal', 'integer', 'date', 'dateTime', 'time', 'string', 'quantity')
const isShort = is('type', 'boolean', 'decimal', 'integer', 'string', 'text', 'url', 'open-choice')

type Row = readonly [key: string, when: string, holds: Predicate, expected: string, found: string]

const QUANTITY: readonly Row[] = [
  ['qty-3', 'code', has('system'), 'the system of the code', '.system'],
]

// biome-ignore format: a table reads by row
const DOMAIN_RESOURCE: readonly Row[] = [
  ['dom-2', 'contained', every('contained', not(has('contained'))), 'contained resources that contain none', 'one that does'],
  ['dom-3', 'contained', areReferredTo, "contained resources that are referred to: '#' and the id", 'one that is not'],
  ['dom-4', 'contained', every('contained', not(or(hasMeta('versionId'), hasMeta('lastUpdated')))), 'contained resources without versionId and lastUpdated', 'one with them'],
  ['dom-5', 'contained', every('contained', not(hasMeta('security'))), 'contained resources without meta.security', 'one with it'],
]

// biome-ignore format: a table reads by row
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  Age: QUANTITY,
  AllergyIntolerance: [
    ['ait-1', '', or(isWrongAllergy, has('clinicalStatus')), 'whether the patient still has it', '.clinicalStatus'],
    ['ait-2', 'clinicalStatus', not(isWrongAllergy), 'absent: it was entered in error', '.clinicalStatus'],
  ],
  Appointment: [
    ['app-2', '', equal(has('start'), has('end')), 'start and end, or neither', 'one of them'],
    ['app-3', '', or(and(has('start'), has('end')), is('status', 'proposed', 'cancelled', 'waitlist')), 'start and end: it is not proposed, cancelled or on a waitlist', 'not both'],
    ['app-4', 'cancelationReason', is('status', 'noshow', 'cancelled'), 'absent: it is not cancelled', '.cancelationReason'],
  ],
  'Appointment.participant': [['app-1', '', or(has('type'), has('actor')), 'an actor or a type', 'neither']],
  Attachment: [['att-1', 'data', has('contentType'), 'the media type of the data', '.contentType']],
  Bundle: [
    ['bdl-1', 'total', is('type', 'searchset', 'history'), 'absent: it is no searchset or history', '.total'],
    ['bdl-2', 'entry', or(is('type', 'searchset'), every('entry', not(has('search')))), 'no entry with search: it is no searchset', 'one with it'],
    ['bdl-3', 'entry', entriesHave('request', 'batch', 'transaction', 'history'), 'request in every entry of a batch, transaction or history, and in no other', 'otherwise'],
    ['bdl-4', 'entry', entriesHave('response', 'batch-response', 'transaction-response', 'history'), 'response in every entry of a history or of what answers a batch or transaction, and in no other', 'otherwise'],
  ],
  'Bundle.entry': [['bdl-8', 'fullUrl', not(isVersioned), 'a fullUrl without a version', '.fullUrl']],
  'CarePlan.activity': [['cpl-3', 'detail', not(has('reference')), 'a reference or a detail', 'both']],
  Condition: [
    ['con-4', 'abatement', isOver, 'inactive, remission or resolved: it has abated', '.clinicalStatus'],
    ['con-5', 'clinicalStatus', not(isWrongCondition), 'absent: it was entered in error', '.clinicalStatus'],
  ],
  Consent: [['ppc-1', '', or(has('policy'), has('policyRule')), 'a policy or a policyRule', 'neither']],
  ContactPoint: [['cpt-2', 'value', has('system'), 'what kind of number or address it is', '.system']],
  Count: QUANTITY,
  Distance: QUANTITY,
  Duration: QUANTITY,
  Extension: [['ext-1', '', differ(has('extension'), hasChoice('value')), 'a value, or extensions', 'neither, or both']],
  Observation: [
    ['obs-6', 'dataAbsentReason', not(hasChoice('value')), 'absent: there is a value', '.dataAbsentReason'],
    ['obs-7', 'component', not(and(hasComponentOfSameCode, hasChoice('value'))), 'no component of the same code beside a value', 'one'],
  ],
  'Observation.referenceRange': [['obs-3', '', or(has('low'), has('high'), has('text')), 'a low, a high or a text', 'none of them']],
  Organization: [
    ['org-1', '', or(has('identifier'), has('name')), 'an identifier or a name', 'neither'],
    ['org-2', 'address', every('address', not(is('use', 'home'))), "no address of use 'home'", 'one'],
    ['org-3', 'telecom', every('telecom', not(is('use', 'home'))), "no telecom of use 'home'", 'one'],
  ],
  'Patient.contact': [['pat-1', '', or(has('name'), has('telecom'), has('address'), has('organization')), 'a name, telecom, address or organization', 'none of them']],
  Period: [['per-1', 'end', inOrder('start', 'end'), 'a time after the start', '.end']],
  Quantity: QUANTITY,
  Questionnaire: [['que-2', 'item', hasOwnLinkIds, 'a linkId that no other item has', 'one that another has']],
  'Questionnaire.item': [
    ['que-1', '', or(and(has('item'), not(isDisplay)), and(not(has('item')), not(is('type', 'group')))), 'items in a group, and none in a display', 'otherwise'],
    ['que-3', 'code', not(isDisplay), 'absent in a display', '.code'],
    ['que-4', 'answerValueSet', not(has('answerOption')), 'answerOption or answerValueSet', 'both'],
    ['que-5', '', or(isOfValue, not(or(has('answerOption'), has('answerValueSet')))), 'no answerOption or answerValueSet: its type has none', 'one'],
    ['que-6', '', not(and(isDisplay, or(has('required'), has('repeats')))), 'neither required nor repeats in a display', 'one of them'],
    ['que-8', 'initial', not(is('type', 'group', 'display')), 'absent in a group or display', '.initial'],
    ['que-9', 'readOnly', not(isDisplay), 'absent in a display', '.readOnly'],
    ['que-10', 'maxLength', isShort, 'absent: its type has none', '.maxLength'],
    ['que-11', 'initial', not(has('answerOption')), 'answerOption or initial', 'both'],
    ['que-12', 'enableWhen', or(fewer('enableWhen', 3), has('enableBehavior')), 'whether all of enableWhen must hold or any', '.enableBehavior'],
    ['que-13', 'initial', or(({ repeats }) => repeats === true, fewer('initial', 2)), 'one initial value: the item does not repeat', 'several'],
  ],
  'Questionnaire.item.enableWhen': [['que-7', '', or(not(is('operator', 'exists')), has('answerBoolean')), "present: the operator is 'exists'", '.answerBoolean']],
  'QuestionnaireResponse.item': [['qrs-1', 'answer', not(has('item')), 'an answer or items', 'both']],
  Reference: [['ref-1', 'reference', isContained, 'the id of a contained resource', '.reference']],
  ServiceRequest: [['prr-1', 'orderDetail', has('code'), 'what the orderDetail is of', '.code']],
  SimpleQuantity: QUANTITY,
  Task: [['inv-1', 'lastModified', inOrder('authoredOn', 'lastModified'), 'a time after authoredOn', '.lastModified']],
}

/**
 * The invariants of R4 that a message can break, of a type or of every resource that may contain others.
 * Left out are ele-1, which is that nothing is empty; what can never fail (ppc-2 to ppc-5); and what
 * the rules of message Bundles say already (bdl-5, bdl-7, bdl-12).
 */
export const INVARIANTS: ReadonlyMap<string, readonly Invariant[]> = new Map(
  Object.entries({ ...ROWS, DomainResource: DOMAIN_RESOURCE }).map(([type, rows]) => [
    type,
    rows.map(([key, when, holds, expected, found]) => ({ key, when, holds, expected, found })),
  ]),
)
