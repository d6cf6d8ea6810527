import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CannotVerify } from './cannot-verify.ts'

const PEER = '@pact-foundation/pact-cli'

const SYSTEMS: Readonly<Record<string, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
}

/**
 * The verifier's executable, of the optional peer as the project in `folder` has it. The peer's own
 * commands start it and wait, and leave it running when they are killed, so it is started directly.
 */
export const pactBinary = (folder: string): string => {
  const peer = resolvePackage(join(folder, 'package.json'), PEER)
  if (peer === undefined) {
    throw new CannotVerify(
      `Verifying pacts needs the optional peer ${PEER}, which ${folder} does not have: npm install --save-dev ${PEER}@18`,
    )
  }
  const { platform, arch } = process
  const native = `${PEER}-${SYSTEMS[platform] ?? platform}-${arch}`
  const installed = resolvePackage(peer, native)
  if (installed === undefined) {
    throw new CannotVerify(
      `${PEER} is there, but not its part for this machine, ${native}: was it installed without optional dependencies?`,
    )
  }
  return join(dirname(installed), 'standalone', platform === 'win32' ? 'pact.exe' : 'pact')
}

/** The package.json of a package, as the module `from` would find it. */
const resolvePackage = (from: string, name: string): string | undefined => {
  try {
    return createRequire(from).resolve(`${name}/package.json`)
  } catch (error) {
    if (error instanceof Error && error.message.includes(`'${name}/package.json'`)) return undefined
    throw error
  }
}
