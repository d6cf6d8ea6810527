import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Place, Visit } from './visit.ts'

/** The pages that every page leads to. */
const NAVIGATION = [
  ['/scenarios', 'Scenarios'],
  ['/check', 'Check a message'],
  ['/organisations', 'Organisations'],
  ['/services', 'Services'],
  ['/headers', 'Headers'],
  ['/reference', 'Reference'],
] as const

/** What a browser may do with a page: everything it needs is ours, and nothing is inline. */
const OF_EVERY_PAGE = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  // Without a referrer a form would tell no Origin, by which forms of other sites are refused.
  'Referrer-Policy': 'same-origin',
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
} as const

interface Head {
  readonly title: string
  readonly status?: 200 | 400 | 403 | 404 | 413 | 500 | 503
  /** The pages above this one: path and name. */
  readonly trail?: readonly (readonly [path: string, name: string])[]
}

/** Answers with a page. */
export const show = (visit: Visit, head: Head, content: Child): Response | Promise<Response> =>
  visit.c.html(
    html`<!doctype html>${<Document visit={visit} head={head} content={content} />}`,
    head.status ?? 200,
    OF_EVERY_PAGE,
  )

const Document = ({ visit, head, content }: { visit: Visit; head: Head; content: Child }) => (
  <html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light" />
      <title>{head.title === '' ? 'BaRS Sandbox' : `${head.title} – BaRS Sandbox`}</title>
      <link rel="icon" href="/assets/sandbox.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/assets/sandbox.css" />
      <script src="/assets/sandbox.js" type="module"></script>
    </head>
    <body>
      <a class="nhsuk-skip-link" href="#main">
        Skip to main content
      </a>
      <Header place={visit.place} current={visit.c.req.path} />
      <div class="nhsuk-width-container">
        <Trail place={visit.place} trail={head.trail ?? []} />
        <main class="app-main" id="main" tabindex={-1}>
          {content}
        </main>
      </div>
      <Footer place={visit.place} version={visit.deps.version} />
    </body>
  </html>
)

const Header = ({ place, current }: { place: Place; current: string }) => (
  <header class="app-header">
    <p class="app-header__notice">
      This is not an NHS service. Send test data only, never a real patient’s.
    </p>
    <div class="app-header__bar">
      <a class="app-header__name" href={`${place.root}/`}>
        <span class="app-header__mark" aria-hidden="true" />
        BaRS Sandbox
      </a>
      <SpaceOf place={place} />
      <nav class="app-nav" aria-label="Main">
        <ul>
          {NAVIGATION.map(([path, name]) => (
            <li>
              <a
                href={`${place.root}${path}`}
                aria-current={current.startsWith(`${place.root}${path}`) ? 'page' : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  </header>
)

const SpaceOf = ({ place: { space } }: { place: Place }) => (
  <p class="app-header__space">
    {space === undefined ? (
      'Public space'
    ) : (
      <>
        Space <strong>{space}</strong>
      </>
    )}
  </p>
)

const Trail = ({ place, trail }: { place: Place; trail: NonNullable<Head['trail']> }) =>
  trail.length === 0 ? null : (
    <nav class="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol class="nhsuk-breadcrumb__list">
        {([['/', 'Home'], ...trail] as const).map(([path, name]) => (
          <li class="nhsuk-breadcrumb__list-item">
            <a class="nhsuk-breadcrumb__link" href={`${place.root}${path}`}>
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )

const Footer = ({ place, version }: { place: Place; version: string }) => (
  <footer class="app-footer">
    <div class="nhsuk-width-container">
      <ul>
        <li>
          <a href={`${place.root}/_status`}>Status</a>
        </li>
        <li>
          <a href={`${place.root}/openapi.json`}>OpenAPI</a>
        </li>
      </ul>
      <p>
        BaRS Sandbox {version}, an independent simulator of the Booking and Referral Standard. No
        message that you send is stored.
      </p>
    </div>
  </footer>
)
