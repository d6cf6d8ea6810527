import { asJson, type Json } from '../../src/fhir/json.ts'
import { type Step, withValue } from './pins.ts'

/** An answer of the sandbox, to be made wrong. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

export const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  text: await response.text(),
})

export const responseOf = ({ status, headers, text }: Answer): Response =>
  new Response(text, { status, headers: { ...headers } })

const jsonOf = ({ text }: Answer): Json => asJson(JSON.parse(text))

/** The answer with another value at a place of its body; undefined takes out what is there. */
export const withBody = (answer: Answer, at: readonly Step[], value: Json | undefined): Answer => ({
  ...answer,
  text: JSON.stringify(withValue(jsonOf(answer), at, value)),
})

export const withHeader = (answer: Answer, name: string, value: string): Answer => ({
  ...answer,
  headers: { ...answer.headers, [name.toLowerCase()]: value },
})
