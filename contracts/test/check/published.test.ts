import { existsSync, readFileSync } from 'node:fs'
import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'

// Messages published with the standard carry no licence, so they stay outside the project.
const FOLDER = new URL('../../../../shared/examples/json/', import.meta.url)

const noCode = 'identifier'
const noDisplay = 'contact[1].relationship[0].coding[0].display'

/** What the published messages lack of what the guide's tables ask for. */
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
  REFRESP01: [],
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

for (const [name, faults] of Object.entries(FAULTS)) {
  it(`finds in ${name} what it lacks, and no more`, ({ expect, skip }) => {
    const file = new URL(`${name}.json`, FOLDER)
    if (!existsSync(file)) return skip('the published messages are not here')

    const { violations } = checkRequest(undefined, {
      ...buildRequest('booking-accepted'),
      body: readFileSync(file, 'utf8'),
    })

    const inMessage = violations.filter(({ where }) => !where.startsWith('header'))
    const expected = faults.map((at) => `Bundle.entry${at}`)
    expect(inMessage.map(({ where }) => where).sort()).toEqual(expected.sort())
  })
}
