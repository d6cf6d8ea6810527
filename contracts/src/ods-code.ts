import { type OdsCode, readOdsCode } from '../../src/bars/organisation.ts'

/**
 * The ODS code that a text is.
 * @throws RangeError when it is none.
 */
export const odsCodeOf = (text: string): OdsCode => {
  const code = typeof text === 'string' ? readOdsCode(text) : undefined
  if (code !== undefined) return code
  throw new RangeError(`'${text}' is not an ODS code: 3 to 12 letters and digits.`)
}
