import { type Failure, fail } from './failure.ts'

/** The items of a parameter's values, which may be lists with commas between (FHIR R4 §3.1.1.4). */
export const itemsOf = (values: readonly string[]): readonly string[] =>
  values.flatMap((value) => value.split(',')).map((each) => each.trim())

/** The failure of a search whose parameter is missing or wrong. */
export const wrongParameter = (
  issue: 'required' | 'value',
  name: string,
  received: string,
  expected: string,
): Failure => fail('REC_BAD_REQUEST', issue, { where: `parameter ${name}`, received, expected })
