// `npm run build:contracts`: builds the package in contracts/; with a folder, a complete copy there.
if (!process.features.typescript) {
  console.error('This Node reads no TypeScript. `npm run build:contracts` has one that does.')
  process.exit(1)
}
const { buildPackage, PACKAGE } = await import('./build-contracts/package.ts')

const [folder = PACKAGE] = process.argv.slice(2)
for (const { path, bytes } of await buildPackage(folder)) {
  console.log(`${path.padEnd(30)} ${(bytes / 1024).toFixed(1).padStart(8)} KiB`)
}
