import { it } from 'vitest'
import { ALL_WORKFLOWS, WORKFLOWS } from '../../../src/bars/workflow.ts'
import { CELLS } from '../../../src/receiver/111-ed/cells.ts'
import { SCENARIOS } from '../../../src/scenarios/index.ts'
import type { Interaction, MatchingRules } from '../../src/pact/pact-file.ts'
import { callbacksPact, receiverPact } from '../../src/pact/pacts.ts'
import { pinnedIn } from '../mutants/pinned.ts'

const { interactions: all } = await receiverPact()

const bodyPins = ({ key, request, response }: Interaction) =>
  [request, response]
    .flatMap(({ body, matchingRules }) => pinnedIn(matchingRules?.body ?? {}, body?.content))
    .map((pin) => ({ ...pin, key }))

const listed = (
  key: string,
  rules: MatchingRules = {},
  values: Interaction['request']['query'] = {},
) =>
  Object.entries(rules).flatMap(([name, { matchers }]) =>
    matchers.flatMap((matcher) =>
      (values[name] ?? [undefined]).map((value) => ({ key, at: [name], matcher, value })),
    ),
  )

/** Every rule of every interaction with the example that it is about. */
const pins = all.flatMap((interaction) => {
  const { key, request } = interaction
  return [
    ...bodyPins(interaction),
    ...listed(key, request.matchingRules?.header, request.headers),
    ...listed(key, request.matchingRules?.query, request.query),
  ]
})

const patterns = pins.flatMap(({ key, at, value, matcher }) =>
  matcher.match === 'regex' ? [{ key, at, value, regex: matcher.regex }] : [],
)

it('has a rule for nothing that the example has not', ({ expect }) => {
  expect(pins.length).toBeGreaterThan(all.length)
  expect(pins.filter(({ value }) => value === undefined)).toEqual([])
})

it('writes patterns that every engine reads alike', ({ expect }) => {
  const wrong = patterns.filter(
    ({ regex }) => /\(\?[a-z]|\\[AzZGbB]|\\[pP]\{/.test(regex) || !/^\^[\s\S]*$/.test(regex),
  )

  expect(wrong).toEqual([])
})

it('writes patterns that their examples match', ({ expect }) => {
  const wrong = patterns.filter(
    ({ regex, value }) => typeof value !== 'string' || !new RegExp(regex, 'u').test(value),
  )

  expect(wrong).toEqual([])
})

/** What an interaction compares in the message of its request. */
const compared = (id: string): readonly unknown[] =>
  all
    .filter(({ key }) => key === id)
    .flatMap(({ request: { matchingRules, body } }) =>
      pinnedIn(matchingRules?.body ?? {}, body?.content),
    )
    .flatMap(({ matcher, value }) => (['equality', 'regex'].includes(matcher.match) ? [value] : []))

for (const { id, on, sentinel } of [...SCENARIOS, ...CELLS]) {
  const workflow = ALL_WORKFLOWS.find((each) => each === on[0])
  if (workflow === undefined) continue

  it(`compares what chooses ${id}`, ({ expect }) => {
    const { event, category, reasons, statuses, definition } = WORKFLOWS[workflow]

    expect(compared(id)).toEqual(
      expect.arrayContaining([
        ...['Bundle', 'message', 'MessageHeader', event, reasons[0], statuses[0], 'Patient'],
        event === 'booking-request' ? 'Appointment' : 'ServiceRequest',
        `https://fhir.nhs.uk/MessageDefinition/bars-message-${definition}`,
        ...(category === undefined ? [] : [category]),
        ...(sentinel.none ? [] : sentinel.values.slice(0, 1)),
      ]),
    )
  })
}

it('compares nothing else', ({ expect }) => {
  expect(compared('booking-conflict-409')).toEqual([
    ...['Bundle', 'message', 'MessageHeader'],
    'https://fhir.nhs.uk/CodeSystem/message-events-bars',
    'booking-request',
    'https://fhir.nhs.uk/CodeSystem/message-reason-bars',
    'new',
    'https://fhir.nhs.uk/MessageDefinition/bars-message-booking-request',
    'Appointment',
    'booked',
    'https://fhir.nhs.uk/CodeSystem/usecases-categories-bars',
    'a1t1',
    'Patient',
    'https://fhir.nhs.uk/Id/nhs-number',
    '9933902830',
  ])
})

it('counts the keys of the message and of each entry that it pins', ({ expect }) => {
  const least = pins.flatMap(({ key, at, matcher }) =>
    key === 'booking-conflict-409' && matcher.match === 'type' && matcher.min
      ? [[at.filter((step) => typeof step === 'string').join('.'), matcher.min]]
      : [],
  )

  expect(new Set(least.map((each) => each.join(' ')))).toEqual(new Set([' 6', 'entry 2']))
})

it('pins the status, the scenario and the type of what is answered', ({ expect }) => {
  const loose = all.filter(({ key, response }) => {
    const rules = Object.keys(response.matchingRules?.body ?? {})
    return (
      response.headers?.['Sandbox-Scenario']?.join() !== key ||
      response.headers['Content-Type']?.join() !== 'application/fhir+json' ||
      rules.some((path) => path === '$' || path === '$.resourceType') ||
      response.status < 200
    )
  })

  expect(loose).toEqual([])
})

it('makes afresh only what the callbacks have', ({ expect }) => {
  const made = callbacksPact().interactions.map(({ request }) => {
    const { header = {}, body = {} } = request.generators ?? {}
    const rules: MatchingRules = Object.fromEntries(
      Object.keys(body).map((path) => [path, { combine: 'AND', matchers: [{ match: 'type' }] }]),
    )
    return [
      ...Object.keys(header).map((name) => request.headers[name]?.join()),
      ...pinnedIn(rules, request.body?.content).map(({ value }) => value),
    ].filter((value) => typeof value !== 'string')
  })

  expect(made).toEqual([[], [], []])
})
