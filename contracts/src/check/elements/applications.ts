/** How the use cases of some Applications begin: of 3, 5, 6 and 8. */
export const CAS = ['a3'] as const
export const PHARMACY = ['a5', 'referraltopharmacy'] as const
export const CAD = ['a6'] as const
export const E_RS = ['a8'] as const

/** Whether a message is of one of these Applications, by the codes of its use cases. */
export const isIn = (applications: readonly string[], useCases: readonly string[]): boolean =>
  useCases.some((each) => applications.some((prefix) => each.toLowerCase().startsWith(prefix)))

/** Applications 5 and 8 ask less of those who take part, and more of what they are to do. */
export const PHARMACY_AND_E_RS = [...PHARMACY, ...E_RS] as const
