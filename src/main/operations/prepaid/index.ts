/**
 * Prepaid expenses: what was paid for a longer time (rent, insurance, 长期待摊费用) becomes cost month by month.
 *
 * Owns the schedules and what each month took; the month's end posts it.
 * Invariants: the parts of a month = its voucher; a schedule never takes more than there is. Tables: prepaid_*.
 */
export { monthEndVouchers } from './amortise'
export { closingChecks } from './closing-checks-queries'
export { handlers } from './handlers'
export { checks } from './verify-queries'
