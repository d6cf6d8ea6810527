/** What a base64 header held: its JSON, or why there is none. */
export type HeaderJson = { readonly json: unknown } | { readonly wrong: string }

const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/

/** Reads the JSON in a base64 header (RFC 4648 §4, UTF-8; padding may be missing). */
export const readHeaderJson = (value: string): HeaderJson => {
  if (!BASE64.test(value)) {
    const isUrlSafe = /^[\w-]+={0,2}$/.test(value)
    return { wrong: isUrlSafe ? "base64url ('-' and '_')" : 'text that is not base64' }
  }
  try {
    const bytes = Uint8Array.from(atob(value), (char) => char.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    return { json: JSON.parse(text) }
  } catch {
    return { wrong: 'base64 that does not hold JSON in UTF-8' }
  }
}

/** Writes a value as base64 JSON, as the NHSD headers carry it. */
export const writeHeaderJson = (value: unknown): string => {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  return btoa(String.fromCharCode(...bytes))
}
