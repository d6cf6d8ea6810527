import { UUID_FUNCTION } from '../curl.ts'
import type { Sending } from './sending.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** curl in a POSIX shell, its message handed out by the sandbox, so that it can be pasted as it is. */
export const shell = ({ request, url, messageUrl, fixed, fresh }: Sending): string => {
  const lines = [
    `curl -si ${quoted(url)}`,
    ...fresh.map((name) => `  -H "${name}: $(uuid)"`),
    ...fixed.map(([name, value]) => `  -H ${quoted(`${name}: ${value}`)}`),
    ...(request.body ? ['  --data-binary @-'] : []),
  ].join(' \\\n')
  return [
    UUID_FUNCTION,
    ...(messageUrl === undefined ? [] : [`curl -s ${quoted(messageUrl)} |`]),
    lines,
  ].join('\n')
}
