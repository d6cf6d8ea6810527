/** How the use cases of some Applications begin. */
export const PHARMACY = ['a5', 'referraltopharmacy'] as const
export const CAD = ['a6'] as const
export const E_RS = ['a8'] as const

/** Applications 5 and 8 ask less of those who take part, and more of what they are to do. */
export const PHARMACY_AND_E_RS = [...PHARMACY, ...E_RS] as const
