import type { JournalLine, OpenItemRole, Role } from '../../ledgers/accounting'

export type Direction = 'in' | 'out'

/** One application as its journal sees it: the item's side of the books, the amount with the item's sign. */
export interface Application {
  readonly role: OpenItemRole
  readonly amountMinor: number
}

/** What one application takes of a payment: settling a receivable is money in, settling a payable is money out. */
export function takenMinor(direction: Direction, { role, amountMinor }: Application): number {
  const isOwnSide = (role === 'receivable') === (direction === 'in')
  return isOwnSide ? amountMinor : 0 - amountMinor
}

function settledLines(applications: readonly Application[], partnerId: number): JournalLine[] {
  const sumOf = (role: OpenItemRole): number =>
    applications
      .filter((application) => application.role === role)
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return [
    sided({ role: 'receivable', partnerId }, 'credit', sumOf('receivable')),
    sided({ role: 'payable', partnerId }, 'debit', sumOf('payable')),
  ]
}

/** Amounts stand on their usual side; below zero they stand on the other one. */
function sided(line: JournalLine, side: 'debit' | 'credit', amountMinor: number): JournalLine {
  const isDebit = (side === 'debit') === amountMinor >= 0
  return isDebit ? { ...line, debitMinor: Math.abs(amountMinor) } : { ...line, creditMinor: Math.abs(amountMinor) }
}

const ADVANCE: Readonly<Record<Direction, Role>> = { in: 'advance-from-customer', out: 'advance-to-supplier' }
const USUAL_SIDE: Readonly<Record<Direction, 'debit' | 'credit'>> = { in: 'credit', out: 'debit' }

/** Bank or cash against what the payment settles; what no item takes is an advance (预收 2203, 预付 1123). */
export function paymentJournal(payment: {
  readonly direction: Direction
  readonly method: 'bank' | 'cash'
  readonly partnerId: number
  readonly amountMinor: number
  readonly applications: readonly Application[]
}): JournalLine[] {
  const { direction, method, partnerId, amountMinor, applications } = payment
  const taken = applications.reduce((sum, application) => sum + takenMinor(direction, application), 0)
  const money: JournalLine = {
    role: method,
    partnerId,
    cashFlowItem: direction === 'in' ? 'receipts-from-customers' : 'payments-to-suppliers',
  }
  return [
    sided(money, direction === 'in' ? 'debit' : 'credit', amountMinor),
    ...settledLines(applications, partnerId),
    sided({ role: ADVANCE[direction], partnerId }, USUAL_SIDE[direction], amountMinor - taken),
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
    sided({ role: ADVANCE[direction], partnerId }, direction === 'in' ? 'debit' : 'credit', taken),
    ...settledLines(applications, partnerId),
  ]
}
