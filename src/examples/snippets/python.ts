import type { Sending } from './sending.ts'

const text = (value: string): string => JSON.stringify(value)

/** A Python program that needs nothing but Python. */
export const python = ({ request, url, messageUrl, fixed, fresh }: Sending): string =>
  [
    'from urllib.error import HTTPError',
    'from urllib.request import Request, urlopen',
    'from uuid import uuid4',
    '',
    ...(messageUrl ? [`message = urlopen(${text(messageUrl)}).read()`] : []),
    'request = Request(',
    `    ${text(url)},`,
    ...(messageUrl ? ['    data=message,'] : []),
    `    method=${text(request.method)},`,
    '    headers={',
    ...fresh.map((name) => `        ${text(name)}: str(uuid4()),`),
    ...fixed.map(([name, value]) => `        ${text(name)}: ${text(value)},`),
    '    },',
    ')',
    'try:',
    '    response = urlopen(request)',
    'except HTTPError as refused:',
    '    response = refused',
    'print(response.status, response.read().decode())',
  ].join('\n')
