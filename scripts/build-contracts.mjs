// `npm run build:contracts`: builds the package in contracts/; with a folder, a complete copy there.
import { buildPackage, PACKAGE } from './build-contracts/package.ts'

const [folder = PACKAGE] = process.argv.slice(2)
for (const { path, bytes } of await buildPackage(folder)) {
  console.log(`${path.padEnd(30)} ${(bytes / 1024).toFixed(1).padStart(8)} KiB`)
}
