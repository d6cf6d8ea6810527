import { createTestHarness } from 'wrangler'

/** Starts the Worker on a loopback port of its own, as `npm run dev` does; `close` when done. */
export const startWorker = async () => {
  const server = createTestHarness({ workers: [{ configPath: './wrangler.toml' }] })
  const { url } = await server.listen()
  return { origin: url.origin, close: () => server.close() }
}
