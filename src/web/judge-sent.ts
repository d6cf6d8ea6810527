import { readJson } from '../bars/body.ts'
import { remember } from '../bars/remember.ts'
import { readTarget } from '../bars/target.ts'
import { isTestTarget } from '../scenarios/index.ts'
import type { Judgement } from '../validation/judgement.ts'
import type { RawRequest } from '../validation/request.ts'

/** A request as a page is told of it. */
interface SentByPage extends Pick<RawRequest, 'method' | 'path' | 'header'> {
  readonly message: string | undefined
}

const targetOf = remember((header: string) => readTarget(header, isTestTarget))

/** What is found in a request. The rules are read by the first that needs them. */
export const judgeSent = async ({ message, ...head }: SentByPage): Promise<Judgement> => {
  const [{ judge }, { sentBody }] = await Promise.all([
    import('../validation/judge.ts'),
    import('../validation/body.ts'),
  ])
  const body =
    message === undefined
      ? ({ is: 'absent' } as const)
      : sentBody(readJson(new TextEncoder().encode(message)))
  return judge({ ...head, body }, { occasions: [], targetOf })
}
