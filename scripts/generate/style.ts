import { compile } from 'sass'

/** The style sheet of the pages. */
export const style = (): string =>
  `${compile('src/web/styles/sandbox.scss', { loadPaths: ['node_modules'], style: 'compressed' }).css}\n`
