import { csharp } from './csharp.ts'
import { httpFile } from './http-file.ts'
import { java } from './java.ts'
import { pactInteraction } from './pact-interaction.ts'
import { python } from './python.ts'
import type { Sending } from './sending.ts'
import { shell } from './shell.ts'
import { typescript } from './typescript.ts'

interface Snippet {
  readonly name: string
  readonly write: (sending: Sending) => string
}

/** The forms that a request is copied in, the commonest first. */
export const SNIPPETS = {
  curl: { name: 'curl', write: shell },
  csharp: { name: 'C#', write: csharp },
  java: { name: 'Java', write: java },
  typescript: { name: 'TypeScript', write: typescript },
  python: { name: 'Python', write: python },
  http: { name: '.http', write: httpFile },
  pact: { name: 'Pact', write: pactInteraction },
} as const satisfies Readonly<Record<string, Snippet>>

export type SnippetName = keyof typeof SNIPPETS

export const isSnippetName = (name: string): name is SnippetName => Object.hasOwn(SNIPPETS, name)

export const SNIPPET_NAMES: readonly SnippetName[] = Object.keys(SNIPPETS).filter(isSnippetName)
