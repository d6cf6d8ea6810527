import { it } from 'vitest'
import { entryOf } from '../../../src/reports/entry.ts'
import { summaryOf } from '../../../src/reports/summary.ts'
import { finding, idOf, keptWith } from '../../support/reports.ts'

it('tells of a day how many requests there were, what answered, and which rules are mended', ({
  expect,
}) => {
  const [accept, context] = [
    finding('http/accept'),
    finding('http/use-context', { severity: 'warning' }),
  ]
  const day = [
    keptWith({ id: idOf(5), kind: 'referral-new', scenario: null, findings: [context] }),
    keptWith({ id: idOf(4), kind: 'booking-new' }),
    keptWith({ id: idOf(3), kind: 'booking-new', findings: [accept] }),
    keptWith({ id: idOf(2), kind: 'booking-new', findings: [accept, accept] }),
    keptWith({ id: idOf(1), kind: 'booking-new', findings: [context] }),
  ].map(entryOf)

  expect(summaryOf(day)).toEqual({
    requests: 5,
    error: 2,
    warning: 2,
    information: 0,
    scenarios: { 'booking-accepted': 4 },
    rules: [
      { rule: 'http/use-context', requests: 2, last: idOf(5), isMended: false },
      { rule: 'http/accept', requests: 2, last: idOf(3), isMended: true },
    ],
  })
})

it('takes a rule for mended only by a later request of the same kind', ({ expect }) => {
  const day = [
    keptWith({ id: idOf(2), kind: '/Slot' }),
    keptWith({ id: idOf(1), kind: 'booking-new', findings: [finding('http/accept')] }),
  ].map(entryOf)

  expect(summaryOf(day).rules).toEqual([
    { rule: 'http/accept', requests: 1, last: idOf(1), isMended: false },
  ])
})

it('is empty for a day without requests', ({ expect }) => {
  expect(summaryOf([])).toEqual({
    requests: 0,
    error: 0,
    warning: 0,
    information: 0,
    scenarios: {},
    rules: [],
  })
})
