import { FHIR_PATH, SPACE_NAME } from '../../src/bars/paths.ts'

/** The URL of a sandbox's root, or of a space's, from that or from the one of its FHIR API; undefined for other text. */
export const sandboxRoot = (url: string): URL | undefined => {
  if (!URL.canParse(url) || !/^https?:/.test(url)) return undefined
  const root = new URL(url)
  root.pathname = root.pathname.replace(/\/+$/, '').replace(new RegExp(`${FHIR_PATH}$`), '')
  return root
}

const IS_ROOT = new RegExp(`^/(?:s/${SPACE_NAME})?$`)

/** The FHIR base of a Receiver, from that or, of a sandbox, from the root; undefined for other text. */
export const fhirBaseOf = (url: string): string | undefined => {
  const root = sandboxRoot(url)
  if (root === undefined) return undefined
  return IS_ROOT.test(root.pathname)
    ? `${root.href.replace(/\/$/, '')}${FHIR_PATH}`
    : url.replace(/\/+$/, '')
}
