import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { sandboxRoot } from '../arguments.ts'
import { readJson } from '../pact/pact-file.ts'
import { CALLBACK_ENDPOINT } from '../pact/pacts.ts'

/** Why nothing could be verified: something beside the client and the pacts is not as it must be. */
export class CannotVerify extends Error {}

// No dependency, nor a peer: a project that has an older one for other work could not be installed.
const VERIFIER = '@pact-foundation/pact-cli'

/** The first major version that is the verifier's executable, and not a wrapper of the older one. */
const MAJOR = 18

const ADVICE = `npm install --save-dev ${VERIFIER}@${MAJOR}`

const PLATFORMS: Readonly<Record<string, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
}

/**
 * The verifier's executable, of the package as the project in `folder` has it. The package's own
 * commands start it and wait, and leave it running when they are killed, so it is started directly.
 */
export const pactBinary = (folder: string): string => {
  const found = resolvePackage(join(folder, 'package.json'), VERIFIER)
  if (found === undefined) {
    throw new CannotVerify(`Verifying pacts needs ${VERIFIER}, which ${folder} has not: ${ADVICE}`)
  }
  const { version } = About.parse(JSON.parse(readFileSync(found, 'utf8')))
  if (Number.parseInt(version, 10) < MAJOR) {
    throw new CannotVerify(
      `Verifying pacts needs ${VERIFIER} ${MAJOR}, and ${folder} has ${version}: ${ADVICE}`,
    )
  }
  const { platform, arch } = process
  const native = `${VERIFIER}-${PLATFORMS[platform] ?? platform}-${arch}`
  const installed = resolvePackage(found, native)
  if (installed === undefined) {
    throw new CannotVerify(
      `${VERIFIER} is there, but not its part for this machine, ${native}: was it installed without optional dependencies?`,
    )
  }
  return join(dirname(installed), 'standalone', platform === 'win32' ? 'pact.exe' : 'pact')
}

const About = z.object({ version: z.string() })

/** The package.json of a package, as the module `from` would find it. */
const resolvePackage = (from: string, name: string): string | undefined => {
  try {
    return createRequire(from).resolve(`${name}/package.json`)
  } catch (error) {
    if (error instanceof Error && error.message.includes(`'${name}/package.json'`)) return undefined
    throw error
  }
}

/** Where a sandbox that pacts are verified against is reached. */
export interface Provider {
  /** The sandbox's root: what comes before the path of the FHIR API. */
  readonly root: URL
  /** Where a verifier posts provider states. */
  readonly stateUrl: string
}

const PATIENCE_MS = 10_000

/** The sandbox at a URL, of its root or of its FHIR API. */
export const providerAt = (url: string): Provider => {
  const root = sandboxRoot(url)
  if (root === undefined) {
    throw new CannotVerify(`'${url}' is not the URL of a sandbox, such as http://127.0.0.1:8787`)
  }
  return { root, stateUrl: `${root.href.replace(/\/$/, '')}/_pact/state` }
}

/** Makes sure that a sandbox answers there: the verifier itself would retry for a minute. */
export const checkProvider = async (
  { stateUrl }: Provider,
  timeoutMs = PATIENCE_MS,
): Promise<void> => {
  const answer = await fetch(stateUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
    signal: AbortSignal.timeout(Math.min(timeoutMs, PATIENCE_MS)),
  }).catch((error: unknown) => error)
  if (!(answer instanceof Response)) {
    throw new CannotVerify(`Nothing answers at ${stateUrl}. Is the sandbox running?`)
  }
  if (!answer.ok) {
    throw new CannotVerify(`${stateUrl} answers ${answer.status}. Is it a BaRS sandbox?`)
  }
}

/** A pact of which the provider is the Sender. */
const Callbacks = z.object({ provider: z.object({ name: z.literal(CALLBACK_ENDPOINT) }) })

/** Makes sure that a pact is not one that Senders keep: no Receiver could. What cannot be read passes. */
export const checkIsForReceiver = async (file: string): Promise<void> => {
  const text = await readFile(file, 'utf8').catch(() => '')
  if (!Callbacks.safeParse(readJson(text)).success) return
  throw new CannotVerify(
    `${file} is for your Sender, where it takes asynchronous responses, and not for a Receiver: pact verifier -f ${file} -h 127.0.0.1 -p <its port>`,
  )
}
