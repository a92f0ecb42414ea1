import type { AccountLine, JournalLine, OpenItemRole, Role } from '../../../ledgers/accounting'

export type Direction = 'in' | 'out'

/**
 * One application as its journal sees it: the item's side of the books, what it settles of the item (with the item's
 * sign), and the parts of it that a cash discount or a write-off covers instead of money.
 */
export interface Application {
  readonly role: OpenItemRole
  readonly amountMinor: number
  readonly discountMinor?: number
  readonly writeOffMinor?: number
}

const moneyOf = ({ amountMinor, discountMinor = 0, writeOffMinor = 0 }: Application): number =>
  amountMinor - discountMinor - writeOffMinor

/** What one application takes of a payment: settling a receivable is money in, settling a payable is money out. */
export function takenMinor(direction: Direction, application: Application): number {
  const isOwnSide = (application.role === 'receivable') === (direction === 'in')
  return isOwnSide ? moneyOf(application) : 0 - moneyOf(application)
}

function settledLines(applications: readonly Application[], partnerId: number): JournalLine[] {
  const sumOf = (role: OpenItemRole, part: (application: Application) => number): number =>
    applications
      .filter((application) => application.role === role)
      .reduce((sum, application) => sum + part(application), 0)
  const discount = ({ discountMinor = 0 }: Application): number => discountMinor
  const writeOff = ({ writeOffMinor = 0 }: Application): number => writeOffMinor
  return [
    sided(
      { role: 'receivable', partnerId },
      'credit',
      sumOf('receivable', ({ amountMinor }) => amountMinor),
    ),
    sided(
      { role: 'payable', partnerId },
      'debit',
      sumOf('payable', ({ amountMinor }) => amountMinor),
    ),
    sided({ role: 'discount-allowed', partnerId }, 'debit', sumOf('receivable', discount)),
    sided({ role: 'discount-received', partnerId }, 'credit', sumOf('payable', discount)),
    sided({ role: 'rounding', partnerId }, 'debit', sumOf('receivable', writeOff)),
    sided({ role: 'rounding', partnerId }, 'credit', sumOf('payable', writeOff)),
  ]
}

/** Amounts stand on their usual side; below zero they stand on the other one. */
function sided<Line extends JournalLine | AccountLine>(
  line: Line,
  side: 'debit' | 'credit',
  amountMinor: number,
): Line {
  const isDebit = (side === 'debit') === amountMinor >= 0
  return isDebit ? { ...line, debitMinor: Math.abs(amountMinor) } : { ...line, creditMinor: Math.abs(amountMinor) }
}

const ADVANCE: Readonly<Record<Direction, Role>> = { in: 'advance-from-customer', out: 'advance-to-supplier' }
const USUAL_SIDE: Readonly<Record<Direction, 'debit' | 'credit'>> = { in: 'credit', out: 'debit' }
const MONEY_SIDE: Readonly<Record<Direction, 'debit' | 'credit'>> = { in: 'debit', out: 'credit' }

/** What pays: an account, or a bill (应收票据 1121 received or endorsed onward, 应付票据 2201 issued). */
export type Means = { readonly role: Role } | { readonly accountId: number }

const isMoney = (means: Means): boolean => !('role' in means) || means.role === 'bank' || means.role === 'cash'

/** Bank, cash or a bill against what the payment settles; what no item takes is an advance (预收 2203, 预付 1123). */
export function paymentJournal(payment: {
  readonly direction: Direction
  readonly means: Means
  readonly partnerId: number
  readonly amountMinor: number
  /** Paid too much, kept as income or cost. */
  readonly differenceMinor?: number
  readonly applications: readonly Application[]
}): (JournalLine | AccountLine)[] {
  const { direction, means, partnerId, amountMinor, differenceMinor = 0, applications } = payment
  const taken = applications.reduce((sum, application) => sum + takenMinor(direction, application), 0)
  const money: JournalLine | AccountLine = {
    ...means,
    partnerId,
    ...(isMoney(means)
      ? { cashFlowItem: direction === 'in' ? 'receipts-from-customers' : 'payments-to-suppliers' }
      : {}),
  }
  return [
    sided(money, MONEY_SIDE[direction], amountMinor),
    ...settledLines(applications, partnerId),
    sided({ role: 'rounding', partnerId }, USUAL_SIDE[direction], differenceMinor),
    sided({ role: ADVANCE[direction], partnerId }, USUAL_SIDE[direction], amountMinor - taken - differenceMinor),
  ]
}

/** An advance that items take: off the advance account, onto what it settles. */
export function applicationJournal(application: {
  readonly direction: Direction
  readonly partnerId: number
  readonly applications: readonly Application[]
}): JournalLine[] {
  const { direction, partnerId, applications } = application
  const taken = applications.reduce((sum, each) => sum + takenMinor(direction, each), 0)
  return [
    sided({ role: ADVANCE[direction], partnerId }, MONEY_SIDE[direction], taken),
    ...settledLines(applications, partnerId),
  ]
}

/** An advance given back: off its account, out of (or into) the bank. `direction` is the refund's, not the advance's. */
export function refundJournal(refund: {
  readonly direction: Direction
  readonly means: Means
  readonly partnerId: number
  readonly amountMinor: number
}): (JournalLine | AccountLine)[] {
  const { direction, means, partnerId, amountMinor } = refund
  const advance = direction === 'out' ? 'in' : 'out'
  const cashFlowItem = direction === 'out' ? 'receipts-from-customers' : 'payments-to-suppliers'
  return [
    sided({ role: ADVANCE[advance], partnerId }, MONEY_SIDE[advance], amountMinor),
    sided({ ...means, partnerId, cashFlowItem }, MONEY_SIDE[direction], amountMinor),
  ]
}
