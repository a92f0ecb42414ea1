/**
 * The books: double entry, append-only. Documents name roles, the country pack names accounts.
 *
 * Owns the chart of accounts, roles, dated tax rates, periods, journal entries, turnover per account and period, and
 * open items with their settlements.
 * Invariants: each entry balances and lies in its period; numbers per voucher type and period run without a gap;
 * turnover = sum of lines; open = amount less settlements; open items = their control accounts; nothing posted changes.
 * Folders are its nouns: chart, journal, open-items, trial-balance.
 * Tables: accounting_account, accounting_role, accounting_tax_rate, accounting_period, accounting_entry,
 * accounting_line, accounting_balance, accounting_open_item, accounting_settlement.
 */
export {
  inputTaxRole,
  listTaxpayers,
  setTaxpayer,
  suppliersTaxRateMicro,
  taxpayerOn,
  taxRateMicro,
  type Taxpayer,
} from './chart/taxpayer'
export { accountNamesByCode, accountNamesOf, idOfRole } from './chart/accounts'
export { listPeriods, openMonthBefore, setPeriodState } from './chart/periods'
export type { Period } from './chart/book-store'
export { closingChecks } from './closing/closing-checks'
export { monthEndVouchers } from './closing/carry-over'
export {
  FINDINGS_SHOWN,
  type ClosingCheck,
  type ClosingFinding,
  type ClosingMonth,
  type MonthEndVoucher,
} from './closing/month-end'
export { requireDepartment } from './chart/dimensions'
export { sealOf } from './closing/period-seal'
export { entriesOf } from './journal/entries'
export { turnoverBetween } from './trial-balance/trial-balance'
export { listAccounts } from './chart/accounts'
export { CARRY_OVER } from './closing/carry-over'
export { openSubAccount } from './chart/sub-account'
export { handlers } from './handlers'
export { checks } from './verify-queries'
export { forgetBook } from './chart/book'
export { completeBooks, establish } from './chart/establish'
export { requireOpenPeriod } from './chart/periods'
export { requireFreeAccount } from './vouchers/voucher-lines'
export {
  postJournal,
  type AccountLine,
  type ForeignAmount,
  type JournalDraft,
  type JournalLine,
  type Source,
} from './journal/post-journal'
export { reverseJournal, type ReversalDraft } from './journal/reverse-journal'
export { chartOf, type Chart, type Pack, type Role } from './chart/chart'
export {
  addOpenItem,
  carriedMinor,
  closeOpenItemForReversal,
  holdOpenItem,
  openBalanceMinor,
  openItemOf,
  releaseOpenItem,
  reopenSettledBy,
  requireOpenItem,
  settledLines,
  settleOpenItem,
  settlersOf,
  type OpenItemRole,
} from './open-items/open-items'
export type { OpenItem } from './open-items/open-item-store'
