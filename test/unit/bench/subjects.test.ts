import { describe, it } from 'vitest'
import { metadataAnswer } from '../../../scripts/bench/metadata-answer.ts'
import { FIRST_REQUEST } from '../../../scripts/bench/requests.ts'
import { SUBJECTS } from '../../../scripts/bench/subjects.ts'
import { member } from '../../../src/fhir/json.ts'
import { createSandbox } from '../../support/sandbox.ts'

const ORIGIN = 'http://127.0.0.1:50000'
const ODS_CODE = 'A1001'

describe('the subjects of the bench', () => {
  it.for(SUBJECTS.filter(({ worker }) => worker === 'sandbox'))(
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
    '$name is asked as often by all that it is compared to',
    ({ requests, comparedTo, crowd }, { expect }) => {
      const references = SUBJECTS.filter(({ name }) => comparedTo?.some(({ to }) => to === name))

      expect(references.map((each) => each.name)).toEqual(comparedTo?.map(({ to }) => to))
      expect(references.map((each) => each.crowd)).toEqual(references.map(() => crowd))
      expect(references.map((each) => each.requests(ODS_CODE).length)).toEqual(
        references.map(() => requests(ODS_CODE).length),
      )
    },
  )

  it('have messages of about 20 KB, where they say so', ({ expect }) => {
    const sizes = SUBJECTS.filter(({ name }) => name.includes('20 KB'))
      .flatMap(({ requests }) => requests(ODS_CODE))
      .map(({ body = '' }) => Math.round(body.length / 1024))

    expect(sizes).toEqual([20, 20])
  })

  it('answer the same metadata with a sandbox and without', async ({ expect }) => {
    const { path, headers } = FIRST_REQUEST
    const response = await createSandbox().request(ORIGIN + path, { headers: { ...headers } })

    const { body, headers: answered } = await metadataAnswer()

    expect(answered).toEqual(Object.fromEntries(response.headers))
    expect(member(JSON.parse(body), 'rest')).toEqual(member(await response.json(), 'rest'))
  })
})
