import { loadEnvFile } from 'node:process'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// For all that a test starts too.
loadEnvFile('scripts/quiet.env')

/** What takes longest, as measured: begun first, and left out by `npm run test:fast`. */
const LONGEST = [
  'test/node/dev.test.ts',
  'test/worker/receiver/111-ed/model.test.ts',
  'contracts/test/package/typescript.test.ts',
]

const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((file) => moduleId.endsWith(file))

// The Workers' tests first, and of all the longest: begun last, they would keep one processor idle.
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification) =>
      (file.project.name === 'worker' ? 0 : 2) + (isLong(file) ? 0 : 1)
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

// Modules are loaded once a process: no test replaces one or leaves anything behind in one, and to
// load all of them anew for each file is a fifth of the run.
const isolate = false

export default defineConfig(({ mode }) => ({
  test: {
    exclude: mode === 'fast' ? LONGEST : [],
    // Not the default, which leaves one processor idle: of the two that most CI has, that is half.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: { name: 'unit', environment: 'node', include: ['test/unit/**/*.test.ts'], isolate },
      },
      {
        test: {
          name: 'contracts',
          environment: 'node',
          include: ['contracts/test/**/*.test.ts'],
          exclude: ['contracts/test/package/**'],
          testTimeout: 30_000,
          isolate,
        },
      },
      {
        test: {
          name: 'package',
          environment: 'node',
          include: ['contracts/test/package/**/*.test.ts'],
          globalSetup: 'contracts/test/package/pack.ts',
          testTimeout: 30_000,
          isolate,
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          testTimeout: 30_000,
          isolate,
        },
      },
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/node/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/start.ts',
          testTimeout: 60_000,
          isolate,
        },
      },
    ],
  },
}))
