/** How the use cases of each Application begin: from 1 to 8. */
export const UEC = ['a1'] as const
export const ONLINE = ['a2'] as const
export const CAS_REFERRAL = ['a3'] as const
export const CAS_VALIDATION = ['a4'] as const
export const PHARMACY = ['a5', 'referraltopharmacy'] as const
export const CAD = ['a6'] as const
export const GP = ['a7'] as const
export const E_RS = ['a8'] as const

/** Applications 3, 4 and 6, in which an ambulance service asks. */
export const AMBULANCE = [...CAS_REFERRAL, ...CAS_VALIDATION, ...CAD] as const

/** Whether a message is of one of these Applications, by the codes of its use cases. */
export const isIn = (applications: readonly string[], useCases: readonly string[]): boolean =>
  useCases.some((each) => applications.some((prefix) => each.toLowerCase().startsWith(prefix)))

/** Applications 5 and 8 ask less of those who take part, and more of what they are to do. */
export const PHARMACY_AND_E_RS = [...PHARMACY, ...E_RS] as const
