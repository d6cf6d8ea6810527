import type { Sending } from './sending.ts'

/** A .http file, as Visual Studio, JetBrains and the REST Client of VS Code send it. */
export const httpFile = ({ row, request, url, fixed, fresh }: Sending): string =>
  [
    `### ${row.title}`,
    `${request.method} ${url}`,
    ...fresh.map((name) => `${name}: {{$guid}}`),
    ...fixed.map(([name, value]) => `${name}: ${value}`),
    ...(request.body ? ['', JSON.stringify(request.body, null, 2)] : []),
    '',
  ].join('\n')
