import { readJson } from '../bars/body.ts'
import { exampleRequest } from '../examples/request.ts'
import { scenarioOf } from '../receiver/catalogue.ts'
import type { Judgement } from '../validation/judgement.ts'
import { Editor } from './fields.tsx'
import { Findings } from './findings.tsx'
import { type HttpText, isHttpText, readHttpText } from './http-text.ts'
import { judgeSent } from './judge-sent.ts'
import { show } from './layout.tsx'
import { Message } from './message.tsx'
import type { Page, Place, Visit } from './visit.ts'

interface Checked {
  /** The message alone, whose lines findings name. */
  readonly message: string
  readonly judgement: Judgement
}

/** Checks a message that is pasted, or a request as it goes over the wire. */
export const check: Page = (visit) => page(visit, visit.c.req.query('example') ? example() : '')

/** The same with what is found. It is shown and kept nowhere. */
export const checked: Page = async (visit) => {
  const form = await visit.c.req.formData()
  const [file, text] = [form.get('file'), form.get('text')]
  const sent = file instanceof File && file.size > 0 ? await file.text() : text
  const pasted = typeof sent === 'string' ? sent : ''
  return pasted.trim() === '' ? page(visit, '') : page(visit, pasted, await checkedText(pasted))
}

const checkedText = async (pasted: string): Promise<Checked> => {
  const request: HttpText = isHttpText(pasted) ? readHttpText(pasted) : { body: pasted }
  return { message: request.body, judgement: await judgement(request) }
}

const judgement = async ({ body, head }: HttpText): Promise<Judgement> => {
  if (head !== undefined) return judgeSent({ ...head, message: body === '' ? undefined : body })
  const [{ judgeMessage }, { sentBody }] = await Promise.all([
    import('../validation/judge.ts'),
    import('../validation/body.ts'),
  ])
  return judgeMessage(sentBody(readJson(new TextEncoder().encode(body))))
}

// A booking whose Appointment has lost its status.
const example = (): string => {
  const row = scenarioOf('booking-accepted')
  const body = row && JSON.stringify(exampleRequest(row).body, null, 2)
  return body?.replace(/\n *"status": "booked",/, '') ?? ''
}

const page = (visit: Visit, text: string, result?: Checked) =>
  show(
    visit,
    { title: 'Check a message' },
    <>
      <h1>Check a message</h1>
      {result && <Result result={result} />}
      <section aria-labelledby="paste">
        {result && <h2 id="paste">Mend it, and check again</h2>}
        <CheckForm place={visit.place} text={text} isFirst={result === undefined} />
      </section>
    </>,
  )

const CheckForm = ({ place, text, isFirst }: { place: Place; text: string; isFirst: boolean }) => (
  <form
    class="app-form app-panel"
    method="post"
    action={`${place.root}/check`}
    enctype="multipart/form-data"
  >
    {isFirst && (
      <p>
        Paste a Bundle, or a whole request with its line and headers. It is judged by every rule of
        the guide, of FHIR R4 and of the real simulator, and forgotten. You may also{' '}
        <a href={`${place.root}/check?example=broken`}>try one with a fault in it</a>.
      </p>
    )}
    <Editor
      name="text"
      label="Message or request"
      value={text}
      rows={isFirst ? 22 : 14}
      hint="JSON, or HTTP as text. Never a real patient’s."
    />
    <div class="nhsuk-form-group">
      <label class="nhsuk-label" for="file">
        Or a file
      </label>
      <input class="app-file" id="file" name="file" type="file" accept=".json,.http,.txt" />
    </div>
    <button class="nhsuk-button app-button" type="submit">
      Check it
    </button>
  </form>
)

const Result = ({ result: { message, judgement: found } }: { result: Checked }) => (
  <>
    <section aria-labelledby="result">
      <h2 id="result">What is found</h2>
      <Findings judgement={found} isShown />
    </section>
    {message !== '' && found.findings.length > 0 && (
      <section aria-labelledby="lines">
        <h2 id="lines">Where it is</h2>
        <Message text={message} findings={found.findings} />
      </section>
    )}
  </>
)
