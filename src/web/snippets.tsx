import { SNIPPET_NAMES, SNIPPETS, type SnippetName } from '../examples/snippets/index.ts'
import { sendingOf } from '../examples/snippets/sending.ts'
import type { CatalogueRow } from '../receiver/catalogue.ts'
import { Code } from './code.tsx'
import { type Place, pathWith } from './visit.ts'

interface Shown {
  readonly place: Place
  readonly row: CatalogueRow
  readonly odsCode: string
  /** Of the page that shows them. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly as: SnippetName
}

/** A request in the language asked for; the others are links, so that it needs no script. */
export const Snippets = ({ place, row, odsCode, path, query = {}, as }: Shown) => (
  <div class="app-snippets" id="snippet">
    <nav class="app-tabs" aria-label="Copy the request as">
      <ul>
        {SNIPPET_NAMES.map((name) => (
          <li>
            <a
              href={`${place.root}${pathWith(path, { ...query, as: name })}#snippet`}
              data-swap="snippet"
              aria-current={name === as ? 'true' : undefined}
            >
              {SNIPPETS[name].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <Code
      text={SNIPPETS[as].write(sendingOf(row, place.sandbox, odsCode))}
      label={`The request in ${SNIPPETS[as].name}`}
    />
  </div>
)
