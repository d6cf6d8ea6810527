import { type Listing, searchDirectory } from '../bars/directory.ts'
import { CATALOGUE } from '../receiver/catalogue.ts'
import { Field } from './fields.tsx'
import { show } from './layout.tsx'
import { type Page, type Place, pathWith } from './visit.ts'

/** The UserTest Directory of Services, and what each of its services makes the Receiver do. */
export const services: Page = (visit) => {
  const { c, place } = visit
  const sought = {
    name: c.req.query('name') ?? '',
    postcode: c.req.query('postcode') ?? '',
    pathway: c.req.query('pathway') ?? '',
  }
  const found = searchDirectory(sought)
  return show(
    visit,
    { title: 'Services' },
    <>
      <h1>Test services</h1>
      <p class="app-prose">
        The services of the UserTest Directory of Services. A service’s id goes into{' '}
        <code>NHSD-Target-Identifier</code>, <code>context</code> or the search for Slots, and
        decides what the Receiver does. The same is at{' '}
        <a href={`${place.root}${pathWith('/_sandbox/services', sought)}`}>/_sandbox/services</a>.
      </p>
      <form class="app-filters" method="get" action={`${place.root}/services`}>
        <Field name="name" label="Name" value={sought.name} />
        <Field name="postcode" label="Postcode" value={sought.postcode} />
        <Field name="pathway" label="Pathway" value={sought.pathway} />
        <button class="nhsuk-button app-button" type="submit">
          Find
        </button>
      </form>
      {found.length === 0 ? (
        <p class="app-panel">
          No service is like that. All are at LS1 4AP, by the pathway NoseBleed without Injury.{' '}
          <a href={`${place.root}/services`}>Show them</a>.
        </p>
      ) : (
        <Table place={place} found={found} />
      )}
    </>,
  )
}

const Table = ({ place, found }: { place: Place; found: readonly Listing[] }) => (
  <section class="app-table" tabindex={0} aria-label="Services found">
    <table>
      <caption>
        {found.length} {found.length === 1 ? 'service' : 'services'}
      </caption>
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col">Postcode</th>
          <th scope="col">Pathway and answers</th>
          <th scope="col">What it chooses</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ id, name, postcode, pathway, answers, comment }) => (
          <tr>
            <th scope="row">
              <code>{id}</code>
              <span class="app-table__sub">{name}</span>
              {comment && <span class="app-table__sub">{comment}</span>}
            </th>
            <td class="app-table__whole">{postcode}</td>
            <td>
              {pathway}
              <span class="app-table__sub">{answers.join(', ')}</span>
            </td>
            <td>
              <ul class="app-table__list">
                {CATALOGUE.filter(({ sentinel }) => sentinel.values.includes(id)).map((row) => (
                  <li>
                    <a href={`${place.root}/scenarios/${row.id}`}>{row.title}</a>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
