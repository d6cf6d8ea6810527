import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, it } from 'vitest'
import { unstable_readConfig as readConfig } from 'wrangler'

const WRANGLER = 'node_modules/wrangler/bin/wrangler.js'

const folder = mkdtempSync(join(tmpdir(), 'bars-deploy-'))

afterAll(() => rmSync(folder, { recursive: true }))

it('is deployed so that no request is logged and none is answered elsewhere', ({ expect }) => {
  expect(readConfig({ config: 'wrangler.toml' })).toMatchObject({
    observability: {
      logs: { enabled: true, invocation_logs: false },
      traces: { enabled: false },
    },
    limits: { cpu_ms: 500 },
    workers_dev: false,
    preview_urls: false,
    minify: true,
    send_metrics: false,
  })
})

it('is a configuration that wrangler deploys, without a warning', async ({ expect }) => {
  const deploy = ['deploy', '--dry-run', '--outdir', folder]

  const { stdout, stderr } = await promisify(execFile)(process.execPath, [WRANGLER, ...deploy])

  expect(stderr).toBe('')
  expect(stdout).toContain('env.ORGANISATION (OrganisationObject)      Durable Object')
  expect(stdout).toContain('--dry-run: exiting now.')
})
