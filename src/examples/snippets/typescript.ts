import type { Sending } from './sending.ts'

const text = (value: string): string =>
  value.includes("'") ? JSON.stringify(value) : `'${value.replaceAll('\\', '\\\\')}'`

/** A TypeScript module for Node, Deno, Bun and browsers. */
export const typescript = ({ request, url, messageUrl, fixed, fresh }: Sending): string =>
  [
    ...(messageUrl ? [`const message = await (await fetch(${text(messageUrl)})).text()`, ''] : []),
    `const response = await fetch(${text(url)}, {`,
    ...(request.method === 'GET' ? [] : [`  method: ${text(request.method)},`]),
    '  headers: {',
    ...fresh.map((name) => `    ${text(name)}: crypto.randomUUID(),`),
    ...fixed.map(([name, value]) => `    ${text(name)}: ${text(value)},`),
    '  },',
    ...(messageUrl ? ['  body: message,'] : []),
    '})',
    'console.log(response.status, await response.json())',
  ].join('\n')
