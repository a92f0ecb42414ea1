/**
 * Budgets: what a year is meant to bring and to cost by account, department and month, held against the books.
 *
 * Owns the sheets and their amounts; what was posted is read from the published views of the books.
 * Invariants: only profit and loss accounts are planned; on one sheet never an account together with its own part.
 * Tables: budgets_sheet, budgets_amount.
 */
export { handlers } from './handlers'
export { checks } from './verify-queries'
