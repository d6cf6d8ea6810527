/** The environment in which wrangler, workerd and Pact neither phone home nor look for updates. */
export const quietEnvironment = () => ({
  ...process.env,
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  PACT_DO_NOT_TRACK: 'true',
  SCARF_ANALYTICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
})
