import { it } from 'vitest'
import { entryBeside } from '../../../support/beside.ts'
import { type Edits, edited } from '../../../support/edit-message.ts'
import { exampleOf, judged } from '../../../support/judged.ts'

const referral = exampleOf('referral-server-error-500')

const inApplication = (useCase: string, edits: Edits) =>
  judged('referral-server-error-500', {
    ...referral,
    headers: {
      ...referral.headers,
      'use-context': `${useCase}|referral|servicerequest-request|new`,
    },
    body: edited(referral.body, {
      'ServiceRequest.category.0.coding.1.code': useCase,
      ...edits,
    }),
  })

/** Where changing something is a violation, and where it is only a warning, by use case. */
const told = (useCases: readonly string[], edits: Edits) => {
  const [base, changed] = [{}, edits].map((each) =>
    useCases.map((useCase) => {
      const { violations, warnings } = inApplication(useCase, each)
      return [violations.map(({ where }) => where), warnings.map(({ where }) => where)] as const
    }),
  )
  return Object.fromEntries(
    useCases.map((useCase, place) => [
      useCase,
      [0, 1].map((kind) => {
        const before = base?.[place]?.[kind] ?? []
        return changed?.[place]?.[kind]?.filter((where) => !before.includes(where))
      }),
    ]),
  )
}

const contact = 'Bundle.entry[2].resource.contact[0]'

it('asks for the rank and relationship of a contact, but in Application 8', ({ expect }) => {
  const edits = {
    'Patient.contact.0.extension': undefined,
    'Patient.contact.0.relationship': undefined,
  }

  expect(told(['a1t1', 'a5t1', 'a8t1'], edits)).toEqual({
    a1t1: [[`${contact}.extension`, `${contact}.relationship`], []],
    a5t1: [[`${contact}.extension`, `${contact}.relationship`], []],
    a8t1: [[], []],
  })
})

it('asks for identifiers of organisations and practitioners, but in Application 5', ({
  expect,
}) => {
  const edits = {
    'Organization.identifier': undefined,
    'Practitioner.identifier.0.system': undefined,
  }
  const [organisation, practitioner] = [
    'Bundle.entry[5].resource.identifier',
    'Bundle.entry[7].resource.identifier[0].system',
  ]

  expect(told(['a1t1', 'a5t1', 'referraltopharmacy', 'a8t1'], edits)).toEqual({
    a1t1: [[practitioner, organisation], []],
    a5t1: [[], [organisation]],
    referraltopharmacy: [[], [organisation]],
    a8t1: [[organisation], []],
  })
})

it('asks for what only some Applications do, in those alone', ({ expect }) => {
  const edits = {
    'ServiceRequest.occurrencePeriod': undefined,
    'Encounter.period': undefined,
    'CarePlan.activity.0.outcomeCodeableConcept.0': {
      coding: [{ code: 'dx011', display: 'An outcome' }],
    },
  }
  const [occurrence, encounter, outcome] = [
    'Bundle.entry[1].resource.occurrencePeriod',
    'Bundle.entry[3].resource.period',
    'Bundle.entry[4].resource.activity[0].outcomeCodeableConcept[0].text',
  ]

  expect(told(['a1t1', 'a3t1', 'a6t1'], edits)).toEqual({
    a1t1: [[outcome], []],
    a3t1: [[occurrence, encounter], []],
    a6t1: [[encounter], []],
  })
})

it('asks more of a Condition in Applications 5 and 8', ({ expect }) => {
  const edits = {
    'Bundle.entry.-': entryBeside('Condition'),
    'Condition.code': { coding: [{ code: '1', display: 'A problem' }] },
    'Condition.verificationStatus': undefined,
  }
  const at = (element: string) => `Bundle.entry[11].resource.${element}`

  expect(told(['a1t1', 'a8t1'], edits)).toEqual({
    a1t1: [[], []],
    a8t1: [[at('code.text'), at('verificationStatus')], []],
  })
})

it('asks for the resources that an Application cannot do without', ({ expect }) => {
  const useCases = ['a1t1', 'a2t1', 'a3t1', 'a5t1', 'referraltopharmacy', 'a6t1', 'a8t1']

  const missing = useCases.map((useCase) => [
    useCase,
    inApplication(useCase, {})
      .violations.filter(
        ({ where, received }) => /^Bundle\.entry\(/.test(where) && received === 'absent',
      )
      .map(({ where, source }) => [where, source]),
  ])

  const due = (...types: readonly string[]) =>
    types.map((type) => [`Bundle.entry(${type})`, 'BaRS Applications, payload tables: MUST'])
  expect(Object.fromEntries(missing)).toEqual({
    a1t1: [],
    a2t1: [],
    a3t1: due('Location', 'Flag'),
    a5t1: due('Condition', 'Task'),
    referraltopharmacy: due('Condition', 'Task'),
    a6t1: due('Condition', 'Flag'),
    a8t1: due('Condition', 'Task', 'Device'),
  })
})

it('asks who made a request, but in Application 2', ({ expect }) => {
  const requester = 'Bundle.entry[1].resource.requester'

  expect(told(['a1t1', 'a2t1'], { 'ServiceRequest.requester': undefined })).toEqual({
    a1t1: [[requester], []],
    a2t1: [[], []],
  })
})

it('asks in Application 6 how far the Encounter had come, and as in Application 3 where', ({
  expect,
}) => {
  const edits = { 'Encounter.statusHistory': [{ status: 'arrived', period: { end: '2035' } }] }
  const rows = ['a1t1', 'a3t1', 'a6t1'].map((useCase) => [
    useCase,
    inApplication(useCase, edits)
      .violations.map(({ where }) => where)
      .filter((where) => where.startsWith('Bundle.entry[')),
  ])

  const location = 'Bundle.entry[1].resource.locationReference'
  expect(Object.fromEntries(rows)).toEqual({
    a1t1: [],
    a3t1: [location],
    a6t1: [
      location,
      'Bundle.entry[3].resource.statusHistory[0].period.start',
      'Bundle.entry[3].resource.location',
    ],
  })
})

it('asks for no rank of contacts in whatever use case of Application 8', ({ expect }) => {
  const edits = { 'Patient.contact.0.extension': undefined }

  expect(told(['a8t2'], edits)).toEqual({ a8t2: [[], []] })
})

it('asks for nothing of single Applications where no use case tells', ({ expect }) => {
  const { warnings } = inApplication('unknown', { 'ServiceRequest.category.0.coding.1': undefined })

  expect(warnings.filter(({ where }) => where.startsWith('Bundle.entry('))).toEqual([])
})
