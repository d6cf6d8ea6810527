import * as z from 'zod'

const Outcome = z.object({
  issue: z.array(
    z.object({
      code: z.string(),
      diagnostics: z.string(),
      details: z.object({ coding: z.tuple([z.object({ code: z.string() })]) }),
    }),
  ),
})

/** The issues of a refusal: issue code, error code and where, each. */
export const issuesIn = async (response: Response) =>
  Outcome.parse(await response.json()).issue.map(({ code, details, diagnostics }) => ({
    issue: code,
    code: details.coding[0].code,
    where: diagnostics.split(':')[0] ?? '',
    diagnostics,
  }))
