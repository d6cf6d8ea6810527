/** A request as text: its line and headers, if it has them, and its body. */
export interface HttpText {
  readonly head?: {
    readonly method: string
    /** Relative to the FHIR base, or the whole URL. */
    readonly path: string
    readonly header: (name: string) => string | undefined
  }
  readonly body: string
}

const REQUEST_LINE = /^\s*([A-Z]+)\s+(\S+)(?:\s+HTTP\/[\d.]+)?\s*$/

/** Whether a text begins as an HTTP request does. */
export const isHttpText = (text: string): boolean => REQUEST_LINE.test(firstLine(text))

const firstLine = (text: string): string => text.trimStart().split(/\r?\n/, 1)[0] ?? ''

/** Reads a request as it goes over the wire. */
export const readHttpText = (text: string): HttpText => {
  const [head = '', ...rest] = text.trimStart().split(/\r?\n[ \t]*\r?\n/)
  const [line = '', ...lines] = head.split(/\r?\n/)
  const [, method = 'GET', path = '/'] = REQUEST_LINE.exec(line) ?? []
  const headers = new Map(
    lines.map((each) => {
      const colon = each.indexOf(':')
      return [each.slice(0, colon).trim().toLowerCase(), each.slice(colon + 1).trim()] as const
    }),
  )
  return {
    head: { method, path, header: (name) => headers.get(name.toLowerCase()) },
    body: rest.join('\n\n'),
  }
}
