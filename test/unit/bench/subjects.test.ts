import { describe, it } from 'vitest'
import { checkRequest } from '../../../contracts/src/check/check-request.ts'
import { bookAndCancel, METADATA, messageOf, SUBJECTS } from '../../../scripts/bench/subjects.ts'
import { sandboxAnswers } from '../../../scripts/bench/workers.ts'
import { member } from '../../../src/fhir/json.ts'
import { createSandbox } from '../../support/sandbox.ts'

const ORIGIN = 'http://127.0.0.1:50000'
const ODS_CODE = 'A1001'

describe('the subjects of the bench', () => {
  it.for(SUBJECTS.filter(({ name }) => !name.startsWith('bare ')))(
    '$name gets $expectedStatus again and again',
    async ({ requests, expectedStatus }, { expect }) => {
      const sandbox = createSandbox()
      const turn = requests(ODS_CODE)
      const statuses: number[] = []

      for (const { path, headers, ...init } of [...turn, ...turn]) {
        const sent = { ...init, headers: { ...headers } }
        statuses.push((await sandbox.request(ORIGIN + path, sent)).status)
      }

      expect(new Set(statuses)).toEqual(new Set([expectedStatus]))
    },
  )

  it.for(SUBJECTS.filter(({ comparedTo }) => comparedTo !== undefined))(
    '$name is asked as often by what it is compared to',
    ({ requests, comparedTo, crowd }, { expect }) => {
      const references = SUBJECTS.filter(({ name }) => name === comparedTo?.to)

      expect(references.map((each) => each.crowd)).toEqual([crowd])
      expect(references.map((each) => each.requests(ODS_CODE).length)).toEqual([
        requests(ODS_CODE).length,
      ])
    },
  )

  it('have messages of about 20 KB, where they say so', ({ expect }) => {
    const sizes = SUBJECTS.filter(({ name }) => name.includes('20 KB'))
      .flatMap(({ requests }) => requests(ODS_CODE))
      .map(({ body = '' }) => Math.round(body.length / 1024))

    expect(sizes).toEqual([20, 20, 20, 20])
  })

  it.for([20, 60])('check a message of about %i KB that is clean', (kilobytes, { expect }) => {
    const message = messageOf(kilobytes)

    const { violations, warnings } = checkRequest('validation-accepted', message)

    expect(Math.round((message.body ?? '').length / 1024)).toBe(kilobytes)
    expect({ violations, warnings }).toEqual({ violations: [], warnings: [] })
  })
})

describe('what the bare Workers of the bench answer', () => {
  it('is the metadata that a sandbox answers', async ({ expect }) => {
    const { path, headers } = METADATA
    const response = await createSandbox().request(ORIGIN + path, { headers: { ...headers } })

    const { metadata } = await sandboxAnswers()

    expect(metadata.headers).toEqual(Object.fromEntries(response.headers))
    expect(member(JSON.parse(metadata.body), 'rest')).toEqual(member(await response.json(), 'rest'))
  })

  it('is what an organisation makes of a booking and its cancel, with the headers', async ({
    expect,
  }) => {
    const sandbox = createSandbox()
    const answered: Record<string, string>[] = []
    for (const { path, headers, ...init } of bookAndCancel(ODS_CODE)) {
      const sent = { ...init, headers: { ...headers } }
      answered.push(Object.fromEntries((await sandbox.request(ORIGIN + path, sent)).headers))
    }

    const { turn } = await sandboxAnswers()

    expect(turn.map(({ headers }) => headers)).toEqual(answered)
    expect(turn.map(({ act, applied }) => [act.does, applied.change?.event])).toEqual([
      ['book', 'book'],
      ['cancel-booking', 'cancel-booking'],
    ])
  })
})
