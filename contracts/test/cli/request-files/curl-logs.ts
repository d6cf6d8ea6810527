import type { BuiltRequest } from '../../../src/index.ts'
import { asText } from './written.ts'

/** A request whose body is sent in chunks, as text. */
type Chunked = BuiltRequest & { readonly sent: string }

/** The same request with its body in chunks of a hundred bytes. */
export const inChunks = (request: BuiltRequest): Chunked => {
  const chunks = JSON.stringify(request.body).match(/.{1,100}/gs) ?? []
  return {
    ...request,
    headers: { ...request.headers, 'Transfer-Encoding': 'chunked' },
    sent: `${chunks.map((each) => `${each.length.toString(16)}\r\n${each}\r\n`).join('')}0\r\n\r\n`,
  }
}

const BASE = '/booking-and-referral/FHIR/R4'
const BEFORE = ['*   Trying 127.0.0.1:8787...', '* Connected to 127.0.0.1 port 8787 (#0)']

/** What `curl -v` shows of requests: their heads. */
export const verbose = (...requests: readonly BuiltRequest[]): string =>
  requests
    .flatMap((request) => [
      ...BEFORE,
      ...asText({ ...request, body: {} }, BASE)
        .split('\n')
        .slice(0, -2)
        .map((line) => `> ${line}`),
      '} [4096 bytes data]',
      '< HTTP/1.1 200 OK',
      '< ',
    ])
    .join('\n')

/** A section of what `curl --trace` shows. */
const section = (name: string, bytes: Buffer): readonly string[] => {
  const rows = Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) => {
    const row = bytes.subarray(16 * i, 16 * i + 16)
    const hex = [...row].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    const offset = (16 * i).toString(16).padStart(4, '0')
    return `${offset}: ${hex.padEnd(47)} ${row.toString('latin1').replace(/[^ -~]/g, '.')}`
  })
  return [`${name}, ${bytes.length} bytes (0x${bytes.length.toString(16)})`, ...rows]
}

/** What `curl --trace` shows of requests: all of them. */
export const traced = (...requests: readonly (BuiltRequest | Chunked)[]): string =>
  requests
    .flatMap((request) => {
      const [head = '', plain = ''] = asText(request, BASE).split(/\n\n(?=\{|$)/)
      const body = 'sent' in request ? request.sent : plain
      const half = Math.floor(body.length / 2)
      return [
        '== Info:   Trying 127.0.0.1:8787...',
        ...section('=> Send SSL data', Buffer.from([23, 3, 3, 0, 250])),
        ...section('=> Send header', Buffer.from(`${head.replaceAll('\n', '\r\n')}\r\n\r\n`)),
        ...section('<= Recv header', Buffer.from('HTTP/1.1 100 Continue\r\n')),
        ...section('=> Send data', Buffer.from(body.slice(0, half))),
        ...section('=> Send data', Buffer.from(body.slice(half))),
        ...section('<= Recv data', Buffer.from('{}')),
      ]
    })
    .join('\n')
