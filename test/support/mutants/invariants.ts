/** Members of a resource. */
export type Members = Readonly<Record<string, unknown>>

/** What an invariant is about, a resource that it holds of, and what is to be added for it to break. */
type InvariantRow = readonly [key: string, path: string, right: Members, wrong: Members]

const concept = (system: string, code: string): Members => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
})

const CODE = { coding: [{ system: 'http://snomed.info/sct', code: '1' }] }
const CONTAINED = { contained: [{ resourceType: 'Location', id: 'l' }] }
const REFERRING = { managingOrganization: { reference: '#l' } }
const ITEM = 'Questionnaire.item'
const item = (members: Members): Members => ({ item: [{ linkId: '1', ...members }] })

// biome-ignore format: a table reads by row
export const INVARIANT_ROWS: readonly InvariantRow[] = [
  ['ext-1', 'Patient.extension', { extension: [{ url: 'a', valueString: 'b' }] }, { extension: [{ url: 'a' }] }],
  ['ref-1', 'Patient.managingOrganization', { ...CONTAINED, ...REFERRING }, { managingOrganization: { reference: '#x' } }],
  ['per-1', 'Patient.name.period', { name: [{ period: { start: '2035', end: '2035' } }] }, { name: [{ period: { start: '2035-02', end: '2035-01' } }] }],
  ['qty-3', 'Observation.value', { valueQuantity: { value: 1, code: 'kg', system: 'a' } }, { valueQuantity: { value: 1, code: 'kg' } }],
  ['att-1', 'Patient.photo', { photo: [{ data: 'QUJD', contentType: 'a/b' }] }, { photo: [{ data: 'QUJD' }] }],
  ['cpt-2', 'Patient.telecom', { telecom: [{ value: '1', system: 'phone' }] }, { telecom: [{ value: '1' }] }],
  ['dom-2', 'Patient', { ...CONTAINED, ...REFERRING }, { contained: [{ resourceType: 'Location', id: 'l', ...CONTAINED }] }],
  ['dom-3', 'Patient', { ...CONTAINED, ...REFERRING }, { managingOrganization: { reference: 'Organization/1' } }],
  ['dom-4', 'Patient', { ...CONTAINED, ...REFERRING }, { contained: [{ resourceType: 'Location', id: 'l', meta: { versionId: '1' } }] }],
  ['dom-5', 'Patient', { ...CONTAINED, ...REFERRING }, { contained: [{ resourceType: 'Location', id: 'l', meta: { security: [{ code: 'R' }] } }] }],
  ['ait-1', 'AllergyIntolerance', { clinicalStatus: concept('allergyintolerance-clinical', 'active') }, { clinicalStatus: undefined }],
  ['ait-2', 'AllergyIntolerance', { clinicalStatus: concept('allergyintolerance-clinical', 'active') }, { verificationStatus: concept('allergyintolerance-verification', 'entered-in-error') }],
  ['app-1', 'Appointment.participant', { participant: [{ type: [{ text: 'a' }] }] }, { participant: [{ status: 'accepted' }] }],
  ['app-2', 'Appointment', { start: '2035-01-15T09:00:00Z', end: '2035-01-15T10:00:00Z' }, { end: undefined }],
  ['app-3', 'Appointment', { status: 'cancelled' }, { status: 'booked' }],
  ['app-4', 'Appointment', { status: 'cancelled', cancelationReason: { text: 'a' } }, { status: 'booked' }],
  ['bdl-1', 'Bundle', { type: 'searchset', total: 1 }, { type: 'message' }],
  ['bdl-2', 'Bundle', { type: 'searchset', entry: [{ search: { mode: 'match' } }] }, { type: 'message' }],
  ['bdl-3', 'Bundle', { type: 'batch', entry: [{ request: { method: 'GET', url: 'a' } }] }, { type: 'message' }],
  ['bdl-4', 'Bundle', { type: 'batch-response', entry: [{ response: { status: '200' } }] }, { type: 'message' }],
  ['bdl-8', 'Bundle.entry', { entry: [{ fullUrl: 'http://a/Patient/1' }] }, { entry: [{ fullUrl: 'http://a/Patient/1/_history/1' }] }],
  ['con-4', 'Condition', { abatementString: 'a', clinicalStatus: concept('condition-clinical', 'resolved') }, { clinicalStatus: concept('condition-clinical', 'active') }],
  ['con-5', 'Condition', { verificationStatus: concept('condition-ver-status', 'entered-in-error') }, { clinicalStatus: concept('condition-clinical', 'active') }],
  ['cpl-3', 'CarePlan.activity', { activity: [{ reference: { display: 'a' } }] }, { activity: [{ reference: { display: 'a' }, detail: { status: 'unknown' } }] }],
  ['inv-1', 'Task', { authoredOn: '2035-01-15', lastModified: '2035-01-16' }, { lastModified: '2035-01-14' }],
  ['obs-3', 'Observation.referenceRange', { referenceRange: [{ text: 'a' }] }, { referenceRange: [{ type: { text: 'a' } }] }],
  ['obs-6', 'Observation', { dataAbsentReason: { text: 'a' } }, { valueString: 'a' }],
  ['obs-7', 'Observation', { code: CODE, component: [{ code: CODE }] }, { valueString: 'a' }],
  ['org-1', 'Organization', { name: 'a' }, { name: undefined, active: true }],
  ['org-2', 'Organization.address', { address: [{ use: 'work' }] }, { address: [{ use: 'home' }] }],
  ['org-3', 'Organization.telecom', { telecom: [{ use: 'work' }] }, { telecom: [{ use: 'home' }] }],
  ['pat-1', 'Patient.contact', { contact: [{ name: { text: 'a' } }] }, { contact: [{ gender: 'female' }] }],
  ['ppc-1', 'Consent', { policyRule: { text: 'a' } }, { policyRule: undefined }],
  ['prr-1', 'ServiceRequest', { code: { text: 'a' } , orderDetail: [{ text: 'b' }] }, { code: undefined }],
  ['qrs-1', 'QuestionnaireResponse.item', { item: [{ answer: [{ valueString: 'a' }] }] }, { item: [{ answer: [{ valueString: 'a' }], item: [{ linkId: '2' }] }] }],
  ['que-1', ITEM, item({ type: 'group', item: [{ linkId: '2', type: 'string' }] }), item({ type: 'group' })],
  ['que-2', 'Questionnaire', { item: [{ linkId: '1' }, { linkId: '2' }] }, { item: [{ linkId: '1', item: [{ linkId: '2' }] }, { linkId: '2' }] }],
  ['que-3', ITEM, item({ type: 'string', code: [{ code: 'a' }] }), item({ type: 'display', code: [{ code: 'a' }] })],
  ['que-4', ITEM, item({ type: 'choice', answerValueSet: 'a' }), item({ type: 'choice', answerValueSet: 'a', answerOption: [{ valueString: 'a' }] })],
  ['que-5', ITEM, item({ type: 'choice', answerValueSet: 'a' }), item({ type: 'boolean', answerValueSet: 'a' })],
  ['que-6', ITEM, item({ type: 'string', required: true }), item({ type: 'display', required: true })],
  ['que-7', `${ITEM}.enableWhen`, item({ enableWhen: [{ question: '2', operator: 'exists', answerBoolean: true }] }), item({ enableWhen: [{ question: '2', operator: 'exists', answerString: 'a' }] })],
  ['que-8', ITEM, item({ type: 'string', initial: [{ valueString: 'a' }] }), item({ type: 'group', initial: [{ valueString: 'a' }] })],
  ['que-9', ITEM, item({ type: 'string', readOnly: true }), item({ type: 'display', readOnly: true })],
  ['que-10', ITEM, item({ type: 'string', maxLength: 1 }), item({ type: 'date', maxLength: 1 })],
  ['que-11', ITEM, item({ type: 'choice', initial: [{ valueString: 'a' }] }), item({ type: 'choice', initial: [{ valueString: 'a' }], answerOption: [{ valueString: 'a' }] })],
  ['que-12', ITEM, item({ enableWhen: [1, 2, 3].map(() => ({ question: '2' })), enableBehavior: 'all' }), item({ enableWhen: [1, 2, 3].map(() => ({ question: '2' })) })],
  ['que-13', ITEM, item({ repeats: true, initial: [{ valueString: 'a' }, { valueString: 'b' }] }), item({ initial: [{ valueString: 'a' }, { valueString: 'b' }] })],
]
