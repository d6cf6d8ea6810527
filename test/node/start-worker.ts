import { createTestHarness } from 'wrangler'
import { quietEnvironment } from '../../scripts/quiet-environment.mjs'

/** Starts the Worker on a loopback port of its own, as `npm run dev` does; `close` when done. */
export const startWorker = async () => {
  Object.assign(process.env, quietEnvironment())
  const server = createTestHarness({ workers: [{ configPath: './wrangler.toml' }] })
  const { url } = await server.listen()
  return { origin: url.origin, close: () => server.close() }
}
