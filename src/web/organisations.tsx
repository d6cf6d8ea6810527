import { readOdsCode } from '../bars/organisation.ts'
import { Field } from './fields.tsx'
import { show } from './layout.tsx'
import type { Page } from './visit.ts'

/** Leads to an organisation's page. */
export const organisations: Page = (visit) => {
  const { c, place, deps } = visit
  const asked = c.req.query('ods')
  const odsCode = readOdsCode(asked ?? '')
  if (odsCode !== undefined) return c.redirect(`${place.root}/organisations/${odsCode}`, 303)
  return show(
    visit,
    { title: 'Organisations' },
    <div class="app-prose">
      <h1>Your organisation</h1>
      <p>
        The Receiver remembers one 111-ED conversation for each ODS code, until midnight in London,
        and keeps the day’s reports with it. The code is the one that your software sends in{' '}
        <code>NHSD-End-User-Organisation</code>; any will do.
      </p>
      <form class="app-form app-panel" method="get" action={`${place.root}/organisations`}>
        {asked && <p class="app-wrong">An ODS code is 3 to 12 letters and digits.</p>}
        <Field name="ods" label="ODS code" value={asked ?? suggested(place.space, deps.newId())} />
        <button class="nhsuk-button app-button" type="submit">
          Open
        </button>
      </form>
    </div>,
  )
}

// In the public space ED111 is everybody's.
const suggested = (space: string | undefined, id: string): string =>
  space === undefined ? `T${id.slice(0, 6).toUpperCase()}` : 'ED111'
