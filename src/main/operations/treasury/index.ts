/**
 * Money in and out: payments applied to open items, advances and their refunds, credit notes set against invoices,
 * transfers between accounts, other receipts and payments, bills and cheques, netting, statements of account, dunning.
 *
 * Owns where money lies (each account has one of the books to itself) and every way it moves.
 * Invariants: a payment = what its items take + what is left as an advance + what was given back + a small difference;
 * applications = settlements of open items; what is left of advances = the advance accounts, payment by payment; notes
 * held and issued = their accounts, note by note; numbers run without a gap.
 * Folders are its nouns. Tables: treasury_*.
 */
export type { MoneyAccount } from './accounts/account-store'
export { findMoneyAccount, moneyAccountFor, openFirstAccounts, writeOffLimitMinor } from './accounts/accounts'
export { CASH_ENTRY, postCashEntry, reverseCashEntry } from './cash-entries/cash-entries'
export { advanceChanged, applyAdvance } from './payments/apply-advance'
export { PAYMENT } from './payments/apply'
export { exchanged, writtenIn } from './payments/money'
export { postPayment } from './payments/post-payment'
export { chooseItems, isNamedIn } from './payments/propose-applications'
export { reversePayment } from './payments/reverse-payment'
export { postTransfer, reverseTransfer, TRANSFER } from './transfers/transfers'
export { handlers } from './handlers'
export { checks } from './verify-queries'
