import { FHIR_PATH } from '../../../src/bars/paths.ts'
import { sandboxRoot } from '../arguments.ts'
import { RECEIVER } from '../pact/pacts.ts'
import { CannotVerify } from './cannot-verify.ts'

/** Where a sandbox that pacts are verified against is reached. */
export interface Provider {
  /** The sandbox's root: what comes before the path of the FHIR API. */
  readonly root: URL
  /** Where a verifier posts provider states. */
  readonly stateUrl: string
}

const ANSWER_MS = 10_000

/** The sandbox at a URL, of its root or of its FHIR API. */
export const providerAt = (url: string): Provider => {
  const root = sandboxRoot(url)
  if (root === undefined) {
    throw new CannotVerify(`'${url}' is not the URL of a sandbox, such as http://127.0.0.1:8787`)
  }
  return { root, stateUrl: `${root.href.replace(/\/$/, '')}/_pact/state` }
}

/** The verifier's arguments for a provider. */
export const providerArguments = ({ root, stateUrl }: Provider): readonly string[] => {
  const { protocol, hostname, port, pathname } = root
  const standard = protocol === 'https:' ? '443' : '80'
  return [
    ...['-n', RECEIVER],
    ...['--transport', protocol.slice(0, -1)],
    ...['-h', hostname],
    ...['-p', port || standard],
    ...['--base-path', `${pathname.replace(/\/$/, '')}${FHIR_PATH}`],
    ...['-s', stateUrl],
  ]
}

/** Makes sure that a sandbox answers there: the verifier itself would retry for a minute. */
export const checkProvider = async ({ stateUrl }: Provider): Promise<void> => {
  const answer = await fetch(stateUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
    signal: AbortSignal.timeout(ANSWER_MS),
  }).catch((error: unknown) => error)
  if (!(answer instanceof Response)) {
    throw new CannotVerify(`Nothing answers at ${stateUrl}. Is the sandbox running?`)
  }
  if (!answer.ok) {
    throw new CannotVerify(`${stateUrl} answers ${answer.status}. Is it a BaRS sandbox?`)
  }
}
