import { isSnippetName } from '../examples/snippets/index.ts'
import { CATALOGUE, scenarioOf } from '../receiver/catalogue.ts'
import { Code } from './code.tsx'
import { show } from './layout.tsx'
import { Snippets } from './snippets.tsx'
import { fhirBase, type Page, type Place } from './visit.ts'

const FIRST = scenarioOf('booking-conflict-409') ?? CATALOGUE[0]

/** What this is, and the first request. */
export const home: Page = (visit) => {
  const { c, place } = visit
  const asked = c.req.query('as') ?? ''
  return show(
    visit,
    { title: '' },
    <>
      <section class="app-hero">
        <h1>Test your BaRS software against a Receiver that answers everything</h1>
        <p class="app-lede">
          This sandbox simulates a Receiver of the NHS Booking and Referral Standard. It answers
          every published test scenario, keeps the state of 111-ED conversations, and tells you what
          is wrong with a message and how to mend it. There is nothing to sign up for.
        </p>
        <div class="app-hero__base">
          <h2 class="nhsuk-heading-s">Base URL</h2>
          <Code text={fhirBase(place)} label="Base URL of the FHIR API" wraps />
          <p class="app-live">
            <span class="app-live__light" aria-hidden="true" /> Answering now, version{' '}
            {visit.deps.version}
          </p>
        </div>
      </section>

      {FIRST && (
        <section aria-labelledby="first">
          <h2 id="first">Your first request</h2>
          <p>
            A booking of a Slot that someone else has just taken. Paste it into a terminal: the
            answer is a 409, and its header <code>Sandbox-Scenario</code> says which scenario
            answered.
          </p>
          <Snippets
            place={place}
            row={FIRST}
            odsCode="A1001"
            path="/"
            as={isSnippetName(asked) ? asked : 'curl'}
          />
        </section>
      )}

      <section aria-labelledby="next">
        <h2 id="next">Where to go next</h2>
        <ul class="app-cards">
          {NEXT.map(({ path, title, said }) => (
            <li>
              <a href={`${place.root}${path}`}>{title}</a>
              <p>{said}</p>
            </li>
          ))}
        </ul>
      </section>

      <Spaces place={place} />
    </>,
  )
}

const NEXT = [
  {
    path: '/scenarios',
    title: 'Find a scenario',
    said: 'Each with its whole request, ready to copy or to send from here.',
  },
  {
    path: '/check',
    title: 'Check a message',
    said: 'Paste one of yours: what is wrong with it, where, by which rule, and how to mend it.',
  },
  {
    path: '/organisations',
    title: 'Watch your organisation',
    said: 'Where its 111-ED conversation stands, what comes next, and every request of the day.',
  },
  {
    path: '/headers',
    title: 'Make the headers',
    said: 'Base64 headers from an ODS code and a service, and what a header of yours holds.',
  },
  {
    path: '/services',
    title: 'Look up a test service',
    said: 'The UserTest Directory of Services, and what each service makes the Receiver do.',
  },
  {
    path: '/reference',
    title: 'Read the reference',
    said: 'Every endpoint, error code, rule and ruling, and the API as OpenAPI 3.1.',
  },
] as const

const Spaces = ({ place }: { place: Place }) => (
  <section class="app-panel" aria-labelledby="space">
    <h2 id="space">A space of your own</h2>
    {place.space === undefined ? (
      <>
        <p>
          You are in the public space: who uses the same ODS code meets the same conversation. A
          space is a sandbox that you share with nobody who does not know its name. It is there as
          soon as you name it in a URL.
        </p>
        <form method="post" action="/spaces">
          <button class="nhsuk-button nhsuk-button--secondary app-button" type="submit">
            Open a new space
          </button>
        </form>
      </>
    ) : (
      <p>
        You are in the space <strong>{place.space}</strong>. Everything on these pages happens here
        alone; bookmark this page to come back. <a href="/">Go to the public space</a>.
      </p>
    )}
  </section>
)

/** Leads to a space whose name nobody can guess. */
export const newSpace: Page = ({ c, deps }) => c.redirect(`/s/${deps.newId()}/`, 303)
