import * as z from 'zod/mini'
import { ERROR_ROWS } from '../bars/failure.ts'
import { Status } from './code.tsx'
import { notFoundPage } from './failures.tsx'
import { show } from './layout.tsx'
import type { Page, Place, Visit } from './visit.ts'

const Operation = z.object({
  tags: z.array(z.string()),
  summary: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.string(),
      required: z.boolean(),
      description: z.optional(z.string()),
    }),
  ),
})

const OpenApi = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) })

interface Listed extends z.infer<typeof Operation> {
  readonly method: string
  readonly path: string
}

const operationsIn = async ({ deps }: Visit): Promise<readonly Listed[]> => {
  const { paths } = OpenApi.parse(await (await deps.asset?.('/openapi.json'))?.json())
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  )
}

/** The API, from its description. */
export const reference: Page = async (visit) => {
  const { place } = visit
  const byTag = Map.groupBy(await operationsIn(visit), ({ tags: [tag = ''] }) => tag)
  return show(
    visit,
    { title: 'Reference' },
    <>
      <h1>Reference</h1>
      <ul class="app-cards">
        {LINKS.map(({ path, title, said }) => (
          <li>
            <a href={`${place.root}${path}`}>{title}</a>
            <p>{said}</p>
          </li>
        ))}
      </ul>
      {[...byTag].map(([tag, operations]) => (
        <section class="app-section" aria-labelledby={idOf(tag)}>
          <h2 id={idOf(tag)}>{tag}</h2>
          {operations.map((operation) => (
            <OperationPanel operation={operation} />
          ))}
        </section>
      ))}
      <Errors place={place} />
    </>,
  )
}

const LINKS = [
  {
    path: '/reference/rules',
    title: 'Rules',
    said: 'What a request is judged by, each with its clause.',
  },
  {
    path: '/reference/rulings',
    title: 'Rulings',
    said: 'What the sandbox does where the sources differ.',
  },
  { path: '/scenarios', title: 'Scenarios', said: 'Every answer that can be chosen.' },
  { path: '/openapi.json', title: 'OpenAPI 3.1', said: 'All of this page for a tool.' },
] as const

const idOf = (tag: string): string => tag.toLowerCase().replaceAll(' ', '-')

const OperationPanel = ({ operation }: { operation: Listed }) => {
  const { method, path, summary, parameters } = operation
  return (
    <details class="app-operation">
      <summary>
        <strong class="app-method">{method}</strong> <code>{path}</code>{' '}
        <span class="app-quiet">{summary}</span>
      </summary>
      {parameters.length === 0 ? (
        <p>It has no parameters.</p>
      ) : (
        <dl class="app-facts">
          {parameters.map(({ name, in: place, required, description }) => (
            <>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                {place}
                {required ? ', required' : ''}
                {description && <>. {description}</>}
              </dd>
            </>
          ))}
        </dl>
      )}
    </details>
  )
}

const Errors = ({ place }: { place: Place }) => (
  <section class="app-section" aria-labelledby="errors">
    <h2 id="errors">Error codes</h2>
    <section class="app-table" tabindex={0} aria-label="Codes">
      <table>
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">Code</th>
            <th scope="col">issue.code</th>
            <th scope="col">Scenarios</th>
          </tr>
        </thead>
        <tbody>
          {ERROR_ROWS.toSorted((a, b) => a.status - b.status).map(({ code, issue, status }) => (
            <tr>
              <td>
                <Status status={status} />
              </td>
              <th scope="row">
                <code>{code}</code>
              </th>
              <td>{issue}</td>
              <td>
                <a href={`${place.root}/scenarios?status=${status}`}>
                  that answer {status}
                  <span class="nhsuk-u-visually-hidden">, as {issue} does</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </section>
)

/** The description itself, in this space. */
export const openapi: Page = async (visit) => {
  const file = await visit.deps.asset?.('/openapi.json')
  return file === undefined
    ? notFoundPage(visit)
    : visit.c.body(await file.text(), 200, { 'Content-Type': 'application/json' })
}
