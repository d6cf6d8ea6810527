import { exports } from 'cloudflare:workers'
import { it } from 'vitest'
import { refusal } from '../support/expected/refusals.ts'
import { ORIGIN, Sender } from './sender.ts'

const NAMES = ['abc', '123', '-a-', 'a'.repeat(64), crypto.randomUUID(), 'public']

for (const name of NAMES) {
  it(`takes ${name} for the name of a space`, async ({ expect }) => {
    const sender = new Sender({ space: name, odsCode: 'SPACE1' })

    expect(await sender.record()).toMatchObject({ space: name, state: 'initial' })
  })
}

const noSuchSpace = refusal(404, 'PROXY_NOT_FOUND', 'not-found', /a space is 3 to 64 of a-z, 0-9/)

const WRONG = {
  'two characters': '/s/ab/_ping',
  '65 characters': `/s/${'a'.repeat(65)}/_ping`,
  'an upper-case letter': '/s/Team/_ping',
  'an underscore': '/s/my_team/_ping',
  'a space': '/s/my%20team/_ping',
  'a letter with an accent': '/s/caf%C3%A9/_ping',
  'no name': '/s//_ping',
  'no name and no path': '/s/',
  'a path that the sandbox does not have': '/s/my-team/no-such',
  'a space in a space': '/s/my-team/s/other/_ping',
}

for (const [what, path] of Object.entries(WRONG)) {
  it(`answers 404 to a space with ${what}`, async ({ expect }) => {
    const response = await exports.default.fetch(`${ORIGIN}${path}`)

    expect(response.status).toBe(404)
    expect(await response.json()).toEqual(noSuchSpace)
  })
}
