import { show } from './layout.tsx'
import type { Page } from './visit.ts'

interface Words {
  readonly status: 403 | 404 | 413 | 500 | 503
  readonly title: string
  readonly said: string
}

/** A page that says what went wrong. */
export const pageOf =
  ({ status, title, said }: Words): Page =>
  (visit) =>
    show(
      visit,
      { title, status },
      <div class="app-prose">
        <h1>{title}</h1>
        <p>{said}</p>
        <p>
          <a href={`${visit.place.root}/`}>Go to the home page</a> or{' '}
          <a href={`${visit.place.root}/scenarios`}>find a scenario</a>.
        </p>
      </div>,
    )

export const notFoundPage = pageOf({
  status: 404,
  title: 'Page not found',
  said: 'There is no page at this address. If you typed it, check it; if you followed a link of ours, that is a fault of ours.',
})

/** What a form of another site gets. */
export const refusedPage = pageOf({
  status: 403,
  title: 'This form came from elsewhere',
  said: 'The sandbox takes the forms of its own pages alone. Tools use the API under /_sandbox, which needs no form.',
})

export const tooLongPage = pageOf({
  status: 413,
  title: 'That is too long',
  said: 'A message has 512 KiB at most, as everywhere in BaRS.',
})

export const failurePage = pageOf({
  status: 500,
  title: 'The sandbox has a defect',
  said: 'It could not make this page. It has told whoever runs it, without anything that you sent.',
})
