import { readJson } from '../bars/body.ts'
import { Failure } from '../bars/failure.ts'
import { readBytes } from './read-bytes.ts'

/** Reads a body as JSON in UTF-8; `contentLength` is the header of its request. */
export const readBody = async (
  request: Request,
  contentLength: string | null,
): Promise<unknown | Failure> => {
  const bytes = await readBytes(request, contentLength)
  return bytes instanceof Failure ? bytes : readJson(bytes)
}
