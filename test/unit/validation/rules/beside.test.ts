import { it } from 'vitest'
import type { ExampleRequest } from '../../../../src/examples/request.ts'
import { asJson, type Json } from '../../../../src/fhir/json.ts'
import { entryBeside, patient, TYPES_BESIDE, useCaseFor } from '../../../support/beside.ts'
import { nameOf, type Path, pathsIn, without } from '../../../support/deletions.ts'
import { edited } from '../../../support/edit-message.ts'
import { exampleOf, type Judged, judged } from '../../../support/judged.ts'

type Scenario = 'referral-server-error-500' | 'referral-cancelled'

const REFERRAL = 'referral-server-error-500'

const holding = (type: string, useCase = useCaseFor(type), id: Scenario = REFERRAL) => {
  const request = exampleOf(id, { useCase })
  return { ...request, body: edited(request.body, { 'Bundle.entry.-': entryBeside(type) }) }
}

/** The names of the parts of the last resource, whose deletion gets that report. */
const partsOf = (
  request: Omit<ExampleRequest, 'body'> & { readonly body: unknown },
  gets: (report: Judged) => boolean,
): readonly string[] => {
  const message = asJson(request.body)
  const isBeside = ([, , key, member]: Path) =>
    key === 'resource' && member !== 'meta' && member !== 'resourceType'
  const last = pathsIn(message).findLast(([, place]) => typeof place === 'number')?.[1]
  return pathsIn(message)
    .filter((path) => path[1] === last && path.length > 3 && isBeside(path))
    .filter((path) => gets(judged(undefined, { ...request, body: without(request.body, path) })))
    .map((path) => nameOf(message, path))
}

const isSilent = ({ ok, warnings }: Judged) => ok && warnings.length === 0
const isWarned = ({ ok, warnings }: Judged) => ok && warnings.length > 0

it('finds nothing wrong in resources that have all they must', ({ expect }) => {
  const reports = TYPES_BESIDE.map((type) => judged(undefined, holding(type)))

  expect(reports.flatMap(({ violations, warnings }) => [...violations, ...warnings])).toEqual([])
})

it('misses nothing that the tables of their Applications ask of them', ({ expect }) => {
  const silent = TYPES_BESIDE.flatMap((type) => partsOf(holding(type), isSilent))

  expect(silent).toEqual([
    'AllergyIntolerance.clinicalStatus.coding[].system',
    'AllergyIntolerance.reaction',
    'AllergyIntolerance.reaction[].manifestation[].coding[].system',
    'AllergyIntolerance.reaction[].manifestation[].coding[].code',
    'Condition.clinicalStatus.coding[].system',
    'Condition.verificationStatus.coding[].system',
    'MedicationStatement.dosage',
    'RelatedPerson.telecom',
  ])
})

it('only warns of what published messages lack, and of what codes are called', ({ expect }) => {
  const warned = TYPES_BESIDE.flatMap((type) => partsOf(holding(type), isWarned))

  expect(warned).toEqual([
    'AllergyIntolerance.clinicalStatus.coding[].display',
    'AllergyIntolerance.reaction[].manifestation[].coding[].display',
    'Communication.encounter',
    'Condition.clinicalStatus.coding[].display',
    'Condition.verificationStatus.coding[].display',
    'Observation.subject',
    'Observation.encounter',
    'Procedure.encounter',
    'QuestionnaireResponse.subject',
  ])
})

/** What R4 asks of a resource that only some Applications' tables have. */
const LEAST: readonly (readonly [type: string, members: { readonly [key: string]: Json }])[] = [
  ['Communication', { status: 'completed' }],
  ['Condition', { code: { text: 'A rash' }, subject: patient }],
  ['Device', {}],
  ['Procedure', { status: 'completed', subject: patient }],
  ['Questionnaire', { status: 'active' }],
  ['Task', { status: 'requested', intent: 'order' }],
]

for (const [type, members] of LEAST) {
  it(`asks no more than R4 does of a ${type} that an Application has no table for`, ({
    expect,
  }) => {
    const reports = (['a1t1', 'a2t1', 'a3t1'] as const).map((useCase) => {
      const request = exampleOf(REFERRAL, { useCase })
      const body = edited(request.body, { 'Bundle.entry.-': entryBeside(type, members) })
      return judged(undefined, { ...request, body })
    })

    expect(reports.flatMap(({ violations, warnings }) => [...violations, ...warnings])).toEqual([])
  })
}

it('asks no more than R4 does of a resource beside a cancel', ({ expect }) => {
  const request = holding('Task', 'a5t1', 'referral-cancelled')

  const refused = partsOf(request, ({ ok }) => !ok)
  const warned = partsOf(request, isWarned)

  expect([refused, warned]).toEqual([
    ['Task.status', 'Task.intent', 'Task.code.coding', 'Task.code.coding[]'],
    ['Task.code.coding[].display'],
  ])
})
