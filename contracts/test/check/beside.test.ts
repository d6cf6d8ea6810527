import { it } from 'vitest'
import { asJson } from '../../../src/fhir/json.ts'
import { edited } from '../../../test/support/edit-message.ts'
import { type BuiltRequest, buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import type { CheckReport } from '../../src/check/report.ts'
import type { ScenarioId } from '../../src/scenario-ids.ts'
import { entryBeside, TYPES_BESIDE } from './beside.ts'
import { nameOf, type Path, pathsIn, without } from './deletions.ts'

const holding = (id: ScenarioId, type: string): BuiltRequest => {
  const request = buildRequest(id)
  return {
    ...request,
    body: Object(edited(request.body, { 'Bundle.entry.-': entryBeside(type) })),
  }
}

/** The names of the parts of a resource beside the others, whose deletion gets that report. */
const partsOf = (
  id: ScenarioId,
  type: string,
  gets: (report: CheckReport) => boolean,
): readonly string[] => {
  const request = holding(id, type)
  const message = asJson(request.body)
  const isBeside = ([, , key, member]: Path) =>
    key === 'resource' && member !== 'meta' && member !== 'resourceType'
  const last = pathsIn(message).findLast(([, place]) => typeof place === 'number')?.[1]
  return pathsIn(message)
    .filter((path) => path[1] === last && path.length > 3 && isBeside(path))
    .filter((path) => gets(checkRequest(id, { ...request, body: without(request.body, path) })))
    .map((path) => nameOf(message, path))
}

const isSilent = ({ ok, warnings }: CheckReport) => ok && warnings.length === 0
const isWarned = ({ ok, warnings }: CheckReport) => ok && warnings.length > 0

const REFERRAL = 'referral-server-error-500'

it('finds nothing wrong in resources that have all they must', ({ expect }) => {
  const reports = TYPES_BESIDE.map((type) => checkRequest(REFERRAL, holding(REFERRAL, type)))

  expect(reports.flatMap(({ violations, warnings }) => [...violations, ...warnings])).toEqual([])
})

it('misses nothing that every Application asks of them', ({ expect }) => {
  const silent = TYPES_BESIDE.flatMap((type) => partsOf(REFERRAL, type, isSilent))

  expect(silent).toEqual([
    'AllergyIntolerance.reaction',
    'AllergyIntolerance.reaction[].manifestation[].coding[].system',
    'AllergyIntolerance.reaction[].manifestation[].coding[].code',
    'Condition.clinicalStatus.coding[]',
    'Condition.clinicalStatus.coding[].system',
    'Condition.clinicalStatus.coding[].code',
    'Condition.verificationStatus',
    'Condition.verificationStatus.coding',
    'Condition.verificationStatus.coding[]',
    'Condition.verificationStatus.coding[].system',
    'Condition.verificationStatus.coding[].code',
    'Condition.category[].coding[].system',
    'MedicationStatement.dosage',
    'MedicationStatement.dosage[].timing',
    'RelatedPerson.telecom',
  ])
})

it('only warns of what published messages lack, and of what codes are called', ({ expect }) => {
  const warned = TYPES_BESIDE.flatMap((type) => partsOf(REFERRAL, type, isWarned))

  expect(warned).toEqual([
    'AllergyIntolerance.reaction[].manifestation[].coding[].display',
    'Communication.encounter',
    'Communication.encounter.reference',
    'Condition.clinicalStatus.coding[].display',
    'Condition.verificationStatus.coding[].display',
    'Observation.subject',
    'Observation.subject.reference',
    'Observation.encounter',
    'Observation.encounter.reference',
    'Procedure.encounter',
    'Procedure.encounter.reference',
    'QuestionnaireResponse.subject',
    'QuestionnaireResponse.subject.reference',
  ])
})

it('refuses a cancel for what R4 asks of them alone', ({ expect }) => {
  const refused = partsOf('referral-cancelled', 'Task', ({ ok }) => !ok)
  const warned = partsOf('referral-cancelled', 'Task', isWarned)

  expect([refused, warned]).toEqual([
    ['Task.status', 'Task.intent'],
    ['Task.code', 'Task.code.text', 'Task.authoredOn'],
  ])
})
