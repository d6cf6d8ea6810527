import { it } from 'vitest'
import type { Json } from '../../../src/fhir/json.ts'
import { issuesIn } from '../../support/issues.ts'
import { type Changes, requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

// What the real simulator's tests of Receivers want refused for its content: strict handling does.
type Row = readonly [
  title: string,
  id: string,
  Changes,
  status: number,
  issue: string,
  code: string,
]

const STRICT = { Prefer: 'handling=strict' }

const bad = 'REC_BAD_REQUEST'
const edits = (changes: Readonly<Record<string, Json | undefined>>): Changes => ({ edits: changes })

const SLOTS = '/Slot?Schedule.actor:HealthcareService=2000072489&status=free'
const DAY = '&start=ge2030-01-15T00:00:00Z&start=le2030-01-15T23:00:00Z'
const slots = (path: string): Changes => ({ path: `${SLOTS}${path}` })
const INCLUDES = '&_include=Slot:schedule&_include=Schedule:actor:HealthcareService'

// biome-ignore format: a table reads by column
const ROWS: readonly Row[] = [
  ['no contact of rank 1',               'referral-accepted',   edits({ 'Patient.contact.0.extension.0.valuePositiveInt': 2 }), 400, 'invariant', bad],
  ['two contacts of rank 1',             'referral-accepted',   edits({ 'Patient.contact.1': { extension: [{ url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ContactRank', valuePositiveInt: 1 }] } }), 400, 'invariant', bad],
  ['a care plan that is not completed',  'referral-accepted',   edits({ 'CarePlan.status': 'active' }),              400, 'invariant', bad],
  ['a care plan that is completed',      'validation-accepted', edits({ 'CarePlan.status': 'completed' }),           400, 'invariant', bad],
  ['an Encounter that is planned',       'referral-accepted',   edits({ 'Encounter.status': 'planned' }),            400, 'invariant', bad],
  ['an Encounter that is planned, to validate', 'validation-accepted', edits({ 'Encounter.status': 'planned' }),     400, 'invariant', bad],
  ['no versionId',                       'referral-accepted',   edits({ 'Bundle.meta.versionId': undefined }),       400, 'invariant', bad],
  ['no versionId of a booking',          'booking-accepted',    edits({ 'Bundle.meta.versionId': undefined }),       400, 'invariant', bad],
  ['a version that nobody has',          'referral-accepted',   edits({ 'Bundle.meta.versionId': '9.0.0' }),         422, 'not-supported', 'REC_UNPROCESSABLE_ENTITY'],
  ['consent to other than direct care',  'referral-accepted',   edits({ 'Consent.category.0.coding.0.code': 'NDRC' }), 400, 'invariant', bad],
  ['no use case',                        'validation-accepted', edits({ 'ServiceRequest.category.0.coding.1': undefined }),   400, 'required', bad],
  ['no X-ids',                           'referral-accepted',   { headers: { 'X-Request-Id': undefined, 'X-Correlation-Id': undefined } }, 400, 'required', 'SEND_BAD_REQUEST'],
  ['X-ids that are none',                'referral-accepted',   { headers: { 'X-Request-Id': 'x', 'X-Correlation-Id': 'y' } }, 400, 'value', 'SEND_BAD_REQUEST'],
  ['an event that is none',              'referral-accepted',   edits({ 'MessageHeader.eventCoding.code': 'servicerequest-destruction' }), 400, 'invariant', bad],
  ['a reason that is none',              'referral-accepted',   edits({ 'MessageHeader.reason.coding.0.code': 'xxx' }), 400, 'invariant', bad],
  ['no Location',                        'validation-accepted', edits({ 'Location.resourceType': 'Basic' }),         400, 'invariant', bad],
  ['no include of the Schedule',         'slot-free',           slots(`${DAY}&_include=Schedule:actor:HealthcareService`), 400, 'required', bad],
  ['no include of the HealthcareService','slot-free',           slots(`${DAY}&_include=Slot:schedule`),              400, 'required', bad],
  ['a range of a year',                  'slot-free',           slots(`&start=ge2030-01-15T00:00:00Z&start=le2031-01-15T00:00:00Z${INCLUDES}`), 422, 'too-costly', 'REC_UNPROCESSABLE_ENTITY'],
  ['a context that is no id',            'message-definition-any-service', { path: '/MessageDefinition?context=XXXXXXX' }, 400, 'value', bad],
  ['a service that is no id',            'slot-free',           { path: `/Slot?Schedule.actor:HealthcareService=XXXXXXX&status=free${DAY}${INCLUDES}` }, 400, 'value', bad],
  ['a wrong verb',                       'referral-accepted',   { method: 'PUT' },                                   405, 'not-supported', 'REC_METHOD_NOT_ALLOWED'],
]

for (const [title, id, changes, status, issue, code] of ROWS) {
  it(`refuses ${title} with ${status} ${issue}`, async ({ expect }) => {
    const headers = { ...STRICT, ...changes.headers }

    const response = await createSandbox().request(
      toRequest(requestOf(id, { ...changes, headers })),
    )

    // Read only where there are any, so that what is not refused shows as that.
    const [first] = response.ok ? [] : await issuesIn(response)
    expect([response.status, first?.issue, first?.code], first?.diagnostics).toEqual([
      status,
      issue,
      code,
    ])
  })
}
