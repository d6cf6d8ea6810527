import { it } from 'vitest'
import { PUBLISHED, published } from '../../../test/fixtures/published.ts'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'

const noCode = 'identifier'
const noDisplay = 'contact[1].relationship[0].coding[0].display'

/** What the messages lack, as the published ones do, of what the guide's tables ask for. */
const FAULTS = {
  BOOKREQ01: [
    '[6].resource.active',
    '[6].resource.providedBy',
    '[8].resource.practitioner',
    `[10].resource.${noCode}`,
    `[11].resource.${noCode}`,
    `[2].resource.${noDisplay}`,
  ],
  REFREQ01: [],
  REFREQ03: [],
  REFREQ04: [`[11].resource.${noCode}`],
  // A category of an older value set.
  REFRESP01: ['[14].resource.category'],
  SERVREQ01: [`[3].resource.${noCode}`],
  VALREQ01: ['[1].resource.authoredOn', `[11].resource.${noCode}`],
  VALRESP01A: [
    '[1].resource.authoredOn',
    `[6].resource.${noCode}`,
    '[4].resource.contact[1].extension',
    '[4].resource.contact[0].relationship',
    `[4].resource.${noDisplay}`,
  ],
} as const

it('knows what each message in a published form lacks', ({ expect }) => {
  const messages = [...PUBLISHED.keys()].filter((name) => name !== 'BOOKREQRESP01')

  expect(Object.keys(FAULTS)).toEqual(messages)
})

for (const [name, faults] of Object.entries(FAULTS)) {
  it(`finds in ${name} what it lacks, and no more`, ({ expect }) => {
    const request = { ...buildRequest('booking-accepted'), body: published(name) }

    const { violations } = checkRequest(undefined, request)

    const inMessage = violations.filter(({ where }) => !where.startsWith('header'))
    const expected = faults.map((at) => `Bundle.entry${at}`)
    expect(inMessage.map(({ where }) => where).sort()).toEqual(expected.sort())
  })
}
