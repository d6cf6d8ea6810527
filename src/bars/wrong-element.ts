import { type Failure, fail } from './failure.ts'

/** The failure of a message whose element, a FHIRPath, keeps a Receiver from acting on it. */
export const wrongElement = (
  issue: 'structure' | 'invariant' | 'required',
  expression: string,
  { received, expected }: { readonly received: string; readonly expected: string },
): Failure => fail('REC_BAD_REQUEST', issue, { where: expression, received, expected, expression })
