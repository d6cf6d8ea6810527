import { it } from 'vitest'
import { readJson } from '../../../src/bars/body.ts'
import { sentBody } from '../../../src/validation/body.ts'
import { judgeMessage } from '../../../src/validation/judge.ts'
import { cleanRequest } from '../../support/clean-message.ts'
import { edited } from '../../support/edit-message.ts'

const CLEAN = cleanRequest('a1t1', 'booking-new').body

const judged = (text: string) => judgeMessage(sentBody(readJson(text)))

it('finds nothing in a clean message, whatever it would be sent with', ({ expect }) => {
  expect(judged(JSON.stringify(CLEAN))).toEqual({
    findings: [],
    counts: { error: 0, warning: 0, information: 0 },
  })
})

it('says of a finding what came, what was expected, where in the text, and by which clause', ({
  expect,
}) => {
  const message = edited(CLEAN, { 'Patient.gender': 'M', 'Slot.status': undefined })
  const text = JSON.stringify(message, null, 2)

  const { findings, counts } = judged(text)

  const lines = text.split('\n')
  const at = lines.findIndex((each) => each.includes('"gender"'))
  expect(counts).toEqual({ error: 2, warning: 0, information: 0 })
  expect(findings[0]).toEqual({
    rule: 'r4/code',
    severity: 'error',
    location: expect.stringMatching(/^Bundle\.entry\[\d+\]\.resource\.gender$/),
    line: at + 1,
    column: (lines[at]?.indexOf('"M"') ?? 0) + 1,
    received: 'M',
    expected: 'one of male, female, other, unknown',
    source: 'FHIR R4, required bindings',
  })
})

it('shows what is missing at the nearest element that is there', ({ expect }) => {
  const [finding] = judged('{"resourceType": "Bundle",\n "meta": {}}').findings.filter(
    ({ location }) => location === 'Bundle.meta.versionId',
  )

  expect(finding).toMatchObject({ rule: 'bundle/Bundle.meta.versionId', line: 2, column: 10 })
})

// biome-ignore format: a table reads by column
const UNREADABLE = [
  { title: 'no JSON', text: '{"a":\n [1,}', told: { received: 'a comma before the end of a list or an object', line: 2, column: 5 } },
  { title: 'JSON that ends too early', text: '{"a":', told: { received: 'JSON that ends too early', mend: 'was it cut short?', line: 1, column: 6 } },
  { title: 'nothing', text: ' ', told: { received: 'absent' } },
  { title: 'JSON of another kind', text: '[]', told: { received: 'a list' } },
] as const

for (const { title, text, told } of UNREADABLE) {
  it(`has one finding of a body that is ${title}`, ({ expect }) => {
    const body = {
      rule: 'bundle/body',
      severity: 'error',
      location: 'body',
      expected: 'a message Bundle in JSON',
      source: 'BaRS Core, "Message Bundle"',
    }

    expect(judged(text).findings).toEqual([{ ...body, ...told }])
  })
}

it('tells of a hundred findings, the sternest, and counts the rest', ({ expect }) => {
  const others = Object.fromEntries(Array.from({ length: 300 }, (_, place) => [`x${place}`, 1]))
  const message = edited(CLEAN, {
    'Patient.contact.0.relationship.0.coding.0.display': 'another',
    ...Object.fromEntries(Object.entries(others).map(([key, value]) => [`Slot.${key}`, value])),
  })

  const { findings, counts } = judged(JSON.stringify(message))

  expect(findings).toHaveLength(100)
  expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error']))
  expect(counts).toEqual({ error: 300, warning: 1, information: 0 })
})
