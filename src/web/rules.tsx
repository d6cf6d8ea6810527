import type { Rule } from '../validation/rule.ts'
import { Choice, Field } from './fields.tsx'
import { show } from './layout.tsx'
import type { Page } from './visit.ts'

/** Every rule that a request is judged by. */
export const rules: Page = async (visit) => {
  const { c, place } = visit
  // The rules are read by the first that needs them, not by every Worker that starts.
  const { RULES } = await import('../validation/check.ts')
  const [text, layer] = [c.req.query('text') ?? '', c.req.query('layer') ?? '']
  const layers = [...new Set(RULES.map(layerOf))]
  const found = RULES.filter(
    (rule) => (layer === '' || layerOf(rule) === layer) && isFound(rule, text),
  )
  return show(
    visit,
    { title: 'Rules', trail: [['/reference', 'Reference']] },
    <>
      <h1>Rules</h1>
      <p class="app-prose">
        An error goes against the guide’s MUST or FHIR R4; a warning against its SHOULD, or against
        what the real simulator alone asks for. Ids are permanent.
      </p>
      <form class="app-filters" method="get" action={`${place.root}/reference/rules`}>
        <Field name="text" label="Search" value={text} />
        <Choice name="layer" label="Layer" value={layer} any="Every layer" values={layers} />
        <button class="nhsuk-button app-button" type="submit">
          Find
        </button>
      </form>
      <section class="app-table" tabindex={0} aria-label="Rules found">
        <table class="app-table__long">
          <caption>
            {found.length} of {RULES.length} rules
          </caption>
          <thead>
            <tr>
              <th scope="col" class="app-table__wide">
                Rule
              </th>
              <th scope="col" class="app-table__narrow">
                Severity
              </th>
              <th scope="col">Clause</th>
              <th scope="col" class="app-table__narrow">
                Simulator
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ id, severity, source, tag }) => (
              <tr>
                <th scope="row">
                  <code>{id}</code>
                </th>
                <td>{severity}</td>
                <td>{source}</td>
                <td>{tag}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>,
  )
}

const layerOf = ({ id }: Rule): string => id.split('/', 1)[0] ?? ''

const isFound = ({ id, source, tag = '' }: Rule, text: string): boolean =>
  `${id} ${source} ${tag}`.toLowerCase().includes(text.trim().toLowerCase())
