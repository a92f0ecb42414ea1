/** What opening balances are made of: the balances of the old books, and the lists behind some of them. */
export const PARTS = ['trial-balance', 'open-items', 'stock', 'assets'] as const
export type Part = (typeof PARTS)[number]

export const OPENING = 'onboarding.opening'
