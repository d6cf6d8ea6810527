import { spawnSync } from 'node:child_process'
import { it } from 'vitest'

it('says how the package is built when Node reads no TypeScript', ({ expect }) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-experimental-strip-types', 'scripts/build-contracts.mjs'],
    { encoding: 'utf8' },
  )

  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: 'This Node reads no TypeScript. `npm run build:contracts` has one that does.\n',
  })
})
